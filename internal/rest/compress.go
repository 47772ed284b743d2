package rest

import (
	"bytes"
	"strconv"
	"strings"
	"sync"

	"github.com/klauspost/compress/gzip"
)

const (
	// minGzip is from how many bytes on it pays: less fits into one packet anyway.
	minGzip = 1 << 10
	// maxPooled is the largest buffer that is kept for another answer.
	maxPooled = 1 << 20
)

// gzips has compressors at hand: one takes longer to make than to use.
type gzips struct{ pool sync.Pool }

// compressor holds what it compressed until it is put back.
type compressor struct {
	gz  *gzip.Writer
	out bytes.Buffer
}

func (g *gzips) get() *compressor {
	if z, ok := g.pool.Get().(*compressor); ok {
		return z
	}
	z := &compressor{}
	z.gz, _ = gzip.NewWriterLevel(&z.out, gzip.BestSpeed) // it is a level
	return z
}

func (g *gzips) put(z *compressor) {
	if z.out.Cap() <= maxPooled {
		g.pool.Put(z)
	}
}

// compress returns body compressed, which is valid until z is used again.
func (z *compressor) compress(body []byte) []byte {
	z.out.Reset()
	z.gz.Reset(&z.out)
	_, _ = z.gz.Write(body) // into memory
	_ = z.gz.Close()
	return z.out.Bytes()
}

// wantsGzip reports whether an answer of size bytes goes out compressed, by the
// Accept-Encoding headers of the request (RFC 9110, 12.5.3). A client that takes
// nothing else gets small ones compressed too.
func wantsGzip(accept []string, size int) bool {
	if len(accept) == 0 || size == 0 {
		return false
	}
	gzip, identity, others := -1.0, -1.0, -1.0
	for _, header := range accept {
		for element := range elements(header, ',') {
			switch coding, q := codingOf(element); coding {
			case "gzip", "x-gzip":
				gzip = max(gzip, q)
			case "identity":
				identity = max(identity, q)
			case "*":
				others = max(others, q)
			}
		}
	}
	if gzip < 0 {
		gzip = others
	}
	if identity < 0 && others == 0 {
		identity = 0
	}
	return gzip > 0 && gzip >= identity && (size >= minGzip || identity == 0)
}

// codingOf reads an element of Accept-Encoding. One with a weight that is none
// names nothing.
func codingOf(element string) (coding string, q float64) {
	coding, parameter, weighed := strings.Cut(element, ";")
	coding = strings.ToLower(strings.TrimSpace(coding))
	if !weighed {
		return coding, 1
	}
	name, weight, _ := strings.Cut(parameter, "=")
	q, err := strconv.ParseFloat(strings.TrimSpace(weight), 64)
	if err != nil || !strings.EqualFold(strings.TrimSpace(name), "q") || !(q >= 0 && q <= 1) {
		return "", 0
	}
	return coding, q
}
