package session_test

import (
	"encoding/json"
	"fmt"
	"reflect"
	"strings"
	"testing"

	"latchkey/internal/audit"
	"latchkey/internal/session"
)

func TestPasswordsAndTokensBecomeNoText(t *testing.T) {
	for _, secret := range []reflect.Type{reflect.TypeFor[session.Password](), reflect.TypeFor[session.Token]()} {
		for _, text := range []reflect.Type{reflect.TypeFor[audit.Text](), reflect.TypeFor[string](), reflect.TypeFor[[]byte]()} {
			if secret.ConvertibleTo(text) || secret.AssignableTo(text) {
				t.Errorf("%s converts to %s", secret, text)
			}
		}
	}
}

func TestAPasswordPrintsRedacted(t *testing.T) {
	const typed = "correct horse battery"
	in := session.SignIn{Email: "ada@example.com", Password: session.NewPassword(typed)}
	encoded, err := json.Marshal(in)
	if err != nil {
		t.Fatal(err)
	}
	for _, printed := range []string{
		fmt.Sprint(in), fmt.Sprintf("%+v", in), fmt.Sprintf("%#v", in), fmt.Sprintf("%s", in.Password), fmt.Sprintf("%x", in.Password),
		fmt.Errorf("signing in: %v", in).Error(), string(encoded),
	} {
		if strings.Contains(printed, typed) || strings.Contains(printed, fmt.Sprintf("%x", typed)) {
			t.Errorf("it is in %s", printed)
		}
	}
}
