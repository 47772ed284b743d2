package fault_test

import (
	"errors"
	"fmt"
	"io"
	"testing"

	"latchkey/internal/fault"
)

var errTaken = fault.New(fault.Conflict, "TAKEN", "It is taken.")

func TestAFaultIsItselfHoweverItIsSaid(t *testing.T) {
	dressed := fmt.Errorf("saving: %w", errTaken.On("input", "slug").Because(io.EOF).After(3))
	f, ok := fault.As(dressed)
	if !ok || !errors.Is(dressed, errTaken) || !errors.Is(dressed, io.EOF) {
		t.Fatalf("%v is not what it was made of", dressed)
	}
	if f.RetryAfter != 3 || len(f.Field) != 2 || f.Message != "It is taken." {
		t.Errorf("%+v", f)
	}
	if errTaken.RetryAfter != 0 || errTaken.Field != nil || errors.Unwrap(errTaken) != nil {
		t.Error("dressing a fault changed the original")
	}
	if errors.Is(errTaken, fault.New(fault.Conflict, "OTHER", "It is taken.")) {
		t.Error("two codes are one fault")
	}
}

func TestAFaultIsPutOnItsFieldWhereverItIsWrapped(t *testing.T) {
	f, ok := fault.As(fault.On(fmt.Errorf("saving: %w", errTaken), "slug"))
	if !ok || len(f.Field) != 1 || f.Field[0] != "slug" || errTaken.Field != nil {
		t.Errorf("%+v", f)
	}
	for _, err := range []error{nil, io.EOF} {
		if got := fault.On(err, "slug"); got != err {
			t.Errorf("%v became %v", err, got)
		}
	}
}

func TestFieldsKeepInternalErrorsToThemselves(t *testing.T) {
	var wrong fault.Fields
	if wrong.Err() != nil {
		t.Error("nothing wrong is an error")
	}
	wrong.Add(nil)
	wrong.Add(errTaken)
	wrong.Add(errors.New("dial tcp 10.0.0.5: refused"))
	if len(wrong) != 2 || wrong[1].Kind != fault.Internal || wrong[1].Message == "dial tcp 10.0.0.5: refused" {
		t.Errorf("%v", wrong)
	}
}
