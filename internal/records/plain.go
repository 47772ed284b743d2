package records

// maxPlainNumber is how many characters of a number are plain: what is longer may
// need a closer look, and hardly anything is.
const maxPlainNumber = 40

// maxPlainDepth is how deep objects and arrays in each other are plain.
const maxPlainDepth = 16

// Plain reports whether a valid JSON text can be stored as it is. It says so only of
// what is obviously so: no escapes of code points (which may be a null character, or
// half of one), no exponents, nothing long or deep. Anything else is decoded and
// looked at value by value, as [NewEvent.SetData] does.
func Plain(text []byte) bool {
	if len(text) > maxJSON {
		return false
	}
	depth := 0
	for i := 0; i < len(text); i++ {
		switch c := text[i]; {
		case c == '"':
			for i++; text[i] != '"'; i++ {
				if text[i] == '\\' {
					if i++; text[i] == 'u' {
						return false
					}
				}
			}
		case c == '{' || c == '[':
			if depth++; depth > maxPlainDepth {
				return false
			}
		case c == '}' || c == ']':
			depth--
		case c >= '0' && c <= '9':
			begin := i
			for i+1 < len(text) && (text[i+1] == '.' || text[i+1] >= '0' && text[i+1] <= '9') {
				i++
			}
			if i-begin >= maxPlainNumber || i+1 < len(text) && (text[i+1] == 'e' || text[i+1] == 'E') {
				return false
			}
		}
	}
	return true
}
