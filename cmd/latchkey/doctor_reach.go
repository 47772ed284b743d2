package main

import (
	"context"
	"fmt"
	"net/url"
	"slices"
	"time"

	"github.com/rs/zerolog"

	"latchkey/internal/doctor"
	"latchkey/internal/mail"
	"latchkey/internal/tracing"
)

// This file looks at what the planes are reached by, and at what they reach besides PostgreSQL.

// lookAtTLS is the certificate's check, or whether the planes may do without one.
func (c *doctorCommand) lookAtTLS() doctor.Check {
	if c.TLSCert != "" || c.TLSKey != "" {
		return doctor.Certificate{CertFile: c.TLSCert, KeyFile: c.TLSKey, Hosts: c.hosts(), Now: time.Now()}.Check()
	}
	return doctor.Check{Name: "certificate", Look: func(context.Context) []doctor.Finding {
		s := service{settings: c.settings, planes: c.Planes}
		for plane, addr := range map[string]string{"admin": c.AdminAddr, "data": c.DataAddr} {
			if err := s.mayListen(plane, addr); err != nil && s.serves(plane) {
				return doctor.Failure(err.Error()+". serve refuses to start.", "Do one of these.")
			}
		}
		return doctor.Fine("The planes are served without a certificate of their own, where they may be.")
	}}
}

// hosts are those that clients ask the planes for, as far as the settings say.
func (c *doctorCommand) hosts() (all []string) {
	if site, err := siteOf(c.PublicURL); err == nil && site != nil && slices.Contains(c.Planes, "admin") {
		all = append(all, site.Hostname())
	}
	if !slices.Contains(c.Planes, "data") {
		return all
	}
	if api, err := url.Parse(c.APIURL); err == nil && api.Hostname() != "" {
		all = append(all, api.Hostname())
	}
	if c.BaseDomain != "" {
		all = append(all, "*."+c.BaseDomain)
	}
	return all
}

func (c *doctorCommand) lookAtMail(ctx context.Context) []doctor.Finding {
	const name = "Name one by --smtp-url, with --mail-from and --public-url."
	if !slices.Contains(c.Planes, "admin") {
		return doctor.Fine("The data plane sends no mail.")
	}
	site, err := siteOf(c.PublicURL)
	if err == nil {
		_, err = c.mailing.of(site, nil, zerolog.Nop())
	}
	switch {
	case err != nil:
		return doctor.Failure(err.Error()+". serve refuses to start.", "Correct these settings.")
	case c.SMTPURL == "" && c.ShowLinks:
		return doctor.Warning("No mail is sent: a forgotten password cannot be replaced, and nothing proves whose an address is.", name)
	case c.SMTPURL == "":
		return doctor.Warning("No mail is sent: nobody can be invited, and a forgotten password cannot be replaced.", name)
	}
	server, err := mail.NewSMTP(c.SMTPURL, c.MailFrom, nil)
	if err == nil {
		err = server.Greet(ctx)
	}
	if err != nil {
		return doctor.Failure(fmt.Sprintf("The mail server does not let us in: %v. Mails wait until it does, as long as their links are good.", err),
			"Look at host, port, user and password in --smtp-url, and whether the server offers STARTTLS with a certificate for that host.")
	}
	return doctor.Fine("The mail server lets us in.")
}

func (c *doctorCommand) lookAtTraces(ctx context.Context) []doctor.Finding {
	if c.OTLPEndpoint == "" {
		return doctor.Fine("No traces are sent.")
	}
	if err := tracing.Reach(ctx, c.OTLPEndpoint); err != nil {
		return doctor.Failure(fmt.Sprintf("The collector takes no traces: %v. Requests do not wait for it, and their traces are dropped.", err),
			"Look whether it runs, at --otlp-endpoint (its base URL, for OTLP over HTTP: port 4318 as a rule), and at OTEL_EXPORTER_OTLP_HEADERS.")
	}
	return doctor.Fine("The collector takes traces.")
}
