package deploy_test

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/goccy/go-yaml"
)

type service struct {
	Environment map[string]string `yaml:"environment"`
	Volumes     []string          `yaml:"volumes"`
	Command     []string          `yaml:"command"`
}

func compose(t *testing.T) (services map[string]service, text string) {
	t.Helper()
	raw, err := os.ReadFile("../docker-compose.yml")
	if err != nil {
		t.Fatal(err)
	}
	var file struct {
		Services map[string]service `yaml:"services"`
	}
	if err := yaml.Unmarshal(raw, &file); err != nil {
		t.Fatal(err)
	}
	return file.Services, string(raw)
}

func TestComposeGivesEachProcessItsRoleAndNoOther(t *testing.T) {
	services, _ := compose(t)
	for name, want := range map[string]struct{ command, variable, role, password string }{
		"migrate": {"migrate", "LATCHKEY_OWNER_DATABASE_URL", "latchkey_owner", "LATCHKEY_OWNER_PASSWORD"},
		"admin":   {"serve", "LATCHKEY_DATABASE_URL", "latchkey_app", "LATCHKEY_APP_PASSWORD"},
		"data":    {"serve", "LATCHKEY_DATABASE_URL", "latchkey_data", "LATCHKEY_DATA_PASSWORD"},
	} {
		s := services[name]
		if len(s.Command) == 0 || s.Command[0] != want.command {
			t.Errorf("%s runs %q", name, s.Command)
		}
		if !strings.HasPrefix(s.Environment[want.variable], "postgres://"+want.role+":${"+want.password+":?") {
			t.Errorf("%s connects to %q, want as %s", name, s.Environment[want.variable], want.role)
		}
		for variable, value := range s.Environment {
			for _, other := range []string{"POSTGRES_PASSWORD", "LATCHKEY_OWNER_PASSWORD", "LATCHKEY_APP_PASSWORD", "LATCHKEY_DATA_PASSWORD"} {
				if other != want.password && strings.Contains(value, "{"+other+":") {
					t.Errorf("%s is given %s in %s", name, other, variable)
				}
			}
		}
	}
}

func TestComposeAsksForEverySettingAndTheExampleNamesIt(t *testing.T) {
	_, text := compose(t)
	example, err := os.ReadFile("env.example")
	if err != nil {
		t.Fatal(err)
	}
	settings := regexp.MustCompile(`\$\{(\w+)([^}]*)\}`).FindAllStringSubmatch(text, -1)
	if len(settings) == 0 {
		t.Fatal("no settings were found")
	}
	for _, s := range settings {
		if !strings.HasPrefix(strings.TrimPrefix(s[2], ":"), "?") { // with the colon it may not be empty either
			t.Errorf("%s may be forgotten without a word", s[1])
		}
		if !strings.Contains(string(example), "\n"+s[1]+"=") {
			t.Errorf("env.example does not name %s", s[1])
		}
	}
}

func TestComposeMountsFilesThatExist(t *testing.T) {
	services, _ := compose(t)
	mounted := 0
	for name, s := range services {
		for _, volume := range s.Volumes {
			source, _, _ := strings.Cut(volume, ":")
			if !strings.HasPrefix(source, "./") {
				continue
			}
			mounted++
			if _, err := os.Stat(filepath.Join("..", source)); err != nil {
				t.Errorf("%s: %v", name, err)
			}
		}
	}
	if mounted == 0 {
		t.Error("no mounted file was found")
	}
}
