# One static binary in an empty image, run by an unprivileged user. Time zones,
# migrations and the web assets are embedded in it.
FROM golang:1.26-bookworm AS build
WORKDIR /src
COPY go.mod go.sum ./
RUN go mod download
COPY . .
RUN CGO_ENABLED=0 go build -trimpath -ldflags='-s -w' -o /latchkey ./cmd/latchkey

FROM scratch
COPY --from=build /etc/ssl/certs/ca-certificates.crt /etc/ssl/certs/
# For health checks, which run inside the container: a static program, no shell.
COPY --from=busybox:1.37-musl /bin/wget /bin/wget
COPY --from=build /latchkey /latchkey
USER 65532:65532
EXPOSE 8080 8081
ENTRYPOINT ["/latchkey"]
CMD ["serve"]
