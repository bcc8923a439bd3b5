"""The set-up on a bare Python: real processes in a small copy of the project, with one tiny part to install."""

from __future__ import annotations

import ast
import hashlib
import json
import os
import runpy
import shutil
import signal
import subprocess
import sys
import time
import zipfile
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from bot import bootstrap, parts

ROOT = Path(__file__).resolve().parents[2]
BARE = str(getattr(sys, "_base_executable", sys.executable))
COMMANDS = """
import json, sys
import tinypart
def main(prog_name):
    print(json.dumps({"arguments": sys.argv[1:], "prefix": sys.prefix, "part": tinypart.__file__}))
"""
PYPROJECT = '[project]\nname = "tiny"\ndependencies = ["tinypart>=1.2,<2"]\noptional-dependencies.test = ["tinytest"]\n'
# What `uv` does here: an environment without pip, and the parts named in the requirement file as empty modules.
UV = """#!{python}
import json, os, pathlib, subprocess, sys, time
log = pathlib.Path({log!r})
with log.open("a") as lines:
    lines.write(json.dumps(sys.argv[1:]) + "\\n")
how = os.environ.get("UV_DOES", "")
if sys.argv[2] == "venv":
    sys.exit(subprocess.call([sys.argv[4], "-m", "venv", "--without-pip", sys.argv[5]]))
if how == "fail":
    sys.exit("error: the index is away")
inner, requirements = pathlib.Path(sys.argv[5]), pathlib.Path(sys.argv[-1])
(site,) = inner.parent.parent.glob("lib/python*/site-packages")
for line in requirements.read_text().split("\\\\\\n"):
    if "==" in line:
        name, version = line.split()[-1].split("==")
        (site / (name + ".py")).write_text("")
        if how == "hang":
            print("hanging", file=sys.stderr, flush=True)
            log.with_suffix(".hangs").write_text("")
            time.sleep(60)
        about = site / (name + "-" + version + ".dist-info")
        about.mkdir(exist_ok=True)
        (about / "METADATA").write_text("Metadata-Version: 2.1\\nName: " + name + "\\nVersion: " + version + "\\n")
"""


def wheel(folder: Path, name: str, version: str, needs: str = "") -> str:
    """Build a wheel with one empty module, which may need another; returns its line for a requirement file."""
    path = folder / f"{name}-{version}-py3-none-any.whl"
    about = f"{name}-{version}.dist-info"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(f"{name}.py", "")
        required = f"Requires-Dist: {needs}\n" if needs else ""
        archive.writestr(f"{about}/METADATA", f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n{required}")
        archive.writestr(
            f"{about}/WHEEL", "Wheel-Version: 1.0\nGenerator: x\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
        )
        archive.writestr(f"{about}/RECORD", "")
    return f"{name}=={version} \\\n    --hash=sha256:{hashlib.sha256(path.read_bytes()).hexdigest()}\n"


@dataclass
class Project:
    """A small copy of the project, and what a start of it prints."""

    root: Path
    environment: dict[str, str] = field(default_factory=dict)

    @property
    def venv(self) -> Path:
        return self.root / ".venv"

    @property
    def log(self) -> Path:
        return self.root.parent / "uv.log"

    def lock_part(self, version: str) -> None:
        line = wheel(self.root.parent / "wheels", "tinypart", version)
        (self.root / "requirements.txt").write_text(line)
        (self.root / "requirements-test.txt").write_text(line + wheel(self.root.parent / "wheels", "tinytest", "1.0"))

    def add_uv(self) -> None:
        uv = self.root.parent / "path" / "uv"
        uv.write_text(UV.format(python=BARE, log=str(self.log)))
        uv.chmod(0o755)

    def hide(self, module: str, source: str = "") -> None:
        """Stand a module before the real one: without `source`, one that says that it is not there."""
        hidden = self.root.parent / "hidden"
        hidden.mkdir(exist_ok=True)
        (hidden / f"{module}.py").write_text(source or f"import sys\nsys.exit('No module named {module}')\n")
        self.environment["PYTHONPATH"] = str(hidden)

    def begin(self, *arguments: str, python: str = BARE, **environment: str) -> subprocess.Popen[str]:
        return subprocess.Popen(
            [python, "-m", "bot", *arguments],
            cwd=self.root,
            env=self.environment | environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            # A shell that runs the tests in the background has them ignore Ctrl-C, and so would their children.
            preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
        )

    def start(self, *arguments: str, python: str = BARE, **environment: str) -> tuple[int, str, str]:
        process = self.begin(*arguments, python=python, **environment)
        out, err = process.communicate()
        return process.returncode, out, err

    def facts(self, *arguments: str, python: str = BARE, **environment: str) -> dict[str, Any]:
        code, out, err = self.start(*arguments, python=python, **environment)
        assert code == 0, err
        return dict(json.loads(out)) | {"said": err}

    def installs(self) -> int:
        return sum('"pip"' in line for line in self.log.read_text().splitlines()) if self.log.exists() else 0


@pytest.fixture
def project(tmp_path: Path) -> Project:
    root = tmp_path.resolve() / "project"
    for folder in (root / "bot", tmp_path / "wheels", tmp_path / "path"):
        folder.mkdir(parents=True)
    for name in ("__init__", "__main__", "bootstrap", "parts"):
        shutil.copy(ROOT / "bot" / f"{name}.py", root / "bot")
    (root / "bot" / "commands.py").write_text(COMMANDS)
    (root / "pyproject.toml").write_text(PYPROJECT)
    environment = {
        "PATH": str(tmp_path / "path"),
        "HOME": str(tmp_path),
        "PIP_CONFIG_FILE": os.devnull,
        "PIP_NO_INDEX": "1",
        "PIP_FIND_LINKS": str(tmp_path / "wheels"),
    }
    made = Project(root, environment)
    made.lock_part("1.2.0")
    return made


@pytest.fixture
def with_uv(project: Project) -> Project:
    project.add_uv()
    return project


def bare_has(module: str) -> bool:
    return subprocess.run([BARE, "-c", f"import {module}"], capture_output=True, check=False).returncode == 0


# --- the routes ---------------------------------------------------------------------------------------------------


def test_uv_makes_the_environment_where_it_is_there(with_uv: Project) -> None:
    facts = with_uv.facts("demo", "--port", "8080")
    assert facts["arguments"] == ["demo", "--port", "8080"]
    assert Path(facts["prefix"]) == with_uv.venv
    assert with_uv.installs() == 1
    assert facts["said"] == "Setting up once (about a minute) ...\n"


@pytest.mark.skipif(not bare_has("ensurepip"), reason="this Python has no ensurepip")
def test_venv_and_its_own_pip_are_next(project: Project) -> None:
    facts = project.facts("demo")
    assert Path(facts["prefix"]) == project.venv
    assert (project.venv / "bin" / "pip").exists()


PARTIAL_VENV = """
import runpy, sys
if "--without-pip" not in sys.argv:
    sys.exit("ensurepip is not available")
sys.path = [path for path in sys.path if "hidden" not in path]
sys.modules.pop("venv", None)
runpy.run_module("venv", run_name="__main__")
"""


@pytest.mark.skipif(not bare_has("pip"), reason="this Python has no pip")
def test_a_venv_without_ensurepip_borrows_this_pythons_pip(project: Project) -> None:
    project.hide("venv", PARTIAL_VENV)
    facts = project.facts("demo")
    assert Path(facts["prefix"]) == project.venv
    assert not (project.venv / "bin" / "pip").exists()


@pytest.mark.skipif(not bare_has("pip"), reason="this Python has no pip")
def test_without_venv_the_parts_go_into_a_plain_folder(project: Project) -> None:
    project.hide("venv")
    project.hide("virtualenv")
    facts = project.facts("demo")
    assert Path(facts["part"]) == project.venv / "site" / "tinypart.py"
    assert project.facts("demo")["said"] == ""


def test_where_there_is_no_way_one_sentence_says_what_to_install(project: Project) -> None:
    for module in ("venv", "virtualenv", "pip"):
        project.hide(module)
    code, out, err = project.start("demo")
    assert (code, out) == (1, "")
    assert err.splitlines()[1:] == [bootstrap.NO_ROUTE]


def test_what_an_installer_says_of_its_failure_is_shown(with_uv: Project) -> None:
    for module in ("venv", "virtualenv", "pip"):
        with_uv.hide(module, "" if module != "venv" else PARTIAL_VENV)
    code, _, err = with_uv.start("demo", UV_DOES="fail")
    assert code == 1
    assert "the index is away" in err
    assert with_uv.facts("demo")["part"]


@pytest.mark.skipif(not bare_has("pip"), reason="this Python has no pip")
def test_a_part_with_another_digest_is_refused(project: Project) -> None:
    project.hide("venv", PARTIAL_VENV)
    locked = (project.root / "requirements.txt").read_text()
    (project.root / "requirements.txt").write_text(locked[:-5] + "0000\n")
    code, _, err = project.start("demo")
    assert code == 1
    assert "HASH" in err.upper()


@pytest.mark.skipif(not bare_has("pip"), reason="this Python has no pip")
def test_a_version_that_came_out_after_the_lock_changes_nothing(project: Project) -> None:
    project.hide("venv", PARTIAL_VENV)
    wheels = project.root.parent / "wheels"
    locked = wheel(wheels, "tinypart", "1.2.0", needs="tinyother[more]>=1.0") + wheel(wheels, "tinyother", "1.0")
    (project.root / "requirements.txt").write_text(locked)
    wheel(wheels, "tinyother", "1.1")
    assert Path(project.facts("demo")["prefix"]) == project.venv
    (about,) = project.venv.glob("lib/python*/site-packages/tinyother-*")
    assert about.name == "tinyother-1.0.dist-info"


# --- when it sets up, and when not ----------------------------------------------------------------------------------


def test_a_second_start_goes_straight_on(with_uv: Project) -> None:
    with_uv.facts("demo")
    assert with_uv.facts("demo")["said"] == ""
    assert with_uv.installs() == 1


def test_the_tests_need_more_than_the_program_and_are_added_to_it(with_uv: Project) -> None:
    with_uv.facts("demo")
    with_uv.facts("test", "-x")
    assert with_uv.installs() == 2
    assert [line for line in with_uv.log.read_text().splitlines() if '"venv"' in line] == [
        json.dumps(["--quiet", "venv", "--python", BARE, str(with_uv.venv)])
    ]
    with_uv.facts("demo")
    with_uv.facts("test")
    assert with_uv.installs() == 2


def test_changed_requirements_are_installed_at_the_next_start_wherever_it_runs(with_uv: Project) -> None:
    with_uv.facts("demo")
    with_uv.lock_part("1.3.0")
    with_uv.facts("demo", python=str(with_uv.venv / "bin" / "python"))
    assert with_uv.installs() == 2
    assert with_uv.facts("demo")["said"] == ""


def test_an_interrupted_set_up_is_begun_again(with_uv: Project) -> None:
    process = with_uv.begin("demo", UV_DOES="hang")
    while not with_uv.log.with_suffix(".hangs").exists():
        time.sleep(0.01)
    assert process.poll() is None
    process.kill()
    process.communicate()
    assert not (with_uv.venv / "set-up.json").exists()
    assert with_uv.facts("demo")["said"].startswith("Setting up once")
    assert with_uv.installs() == 2


def test_ctrl_c_during_the_set_up_says_that_it_begins_again(with_uv: Project) -> None:
    process = with_uv.begin("demo", UV_DOES="hang")
    while not with_uv.log.with_suffix(".hangs").exists():
        time.sleep(0.01)
    process.send_signal(signal.SIGINT)
    _, err = process.communicate()
    assert process.returncode == 130
    assert "Traceback" not in err


def test_a_damaged_environment_is_made_anew(with_uv: Project) -> None:
    with_uv.facts("demo")
    (with_uv.venv / "bin" / "python").unlink()
    (with_uv.venv / "bin" / "python").symlink_to("/nowhere/python3")
    assert Path(with_uv.facts("demo")["prefix"]) == with_uv.venv
    assert with_uv.installs() == 2


def test_an_environment_whose_python_was_upgraded_is_made_anew(with_uv: Project) -> None:
    with_uv.facts("demo")
    stamp = with_uv.venv / "set-up.json"
    stamp.write_text(json.dumps(json.loads(stamp.read_text()) | {"python": "3.10"}))
    with_uv.facts("demo")
    assert with_uv.installs() == 2
    assert with_uv.facts("demo")["said"] == ""


def test_a_stamp_that_is_cut_off_counts_as_none(with_uv: Project) -> None:
    with_uv.facts("demo")
    (with_uv.venv / "set-up.json").write_text('{"pyth')
    assert with_uv.facts("demo")["said"].startswith("Setting up once")
    assert with_uv.installs() == 2


def test_an_environment_made_by_hand_is_used_as_it_is(with_uv: Project) -> None:
    with_uv.facts("test")
    (with_uv.venv / "set-up.json").unlink()
    assert Path(with_uv.facts("demo")["prefix"]) == with_uv.venv
    assert Path(with_uv.facts("test", python=str(with_uv.venv / "bin" / "python"))["prefix"]) == with_uv.venv
    assert with_uv.installs() == 1


def test_an_environment_made_by_hand_gets_what_it_lacks(with_uv: Project) -> None:
    subprocess.run([BARE, "-m", "venv", "--without-pip", str(with_uv.venv)], check=True)
    (with_uv.venv / "mine").touch()
    assert Path(with_uv.facts("demo", python=str(with_uv.venv / "bin" / "python"))["prefix"]) == with_uv.venv
    assert (with_uv.venv / "mine").exists()


def test_two_starts_at_once_set_up_once(with_uv: Project) -> None:
    processes = [with_uv.begin("demo") for _ in range(3)]
    results = [process.communicate() for process in processes]
    assert [process.returncode for process in processes] == [0, 0, 0], results
    assert with_uv.installs() == 1


def test_a_start_and_a_test_at_once_both_get_their_parts(with_uv: Project) -> None:
    processes = [with_uv.begin("demo"), with_uv.begin("test")]
    results = [process.communicate() for process in processes]
    assert [process.returncode for process in processes] == [0, 0], results


def test_the_project_is_found_from_another_folder(with_uv: Project, tmp_path: Path) -> None:
    done = subprocess.run(
        [BARE, "-m", "bot", "demo"],
        cwd=tmp_path,
        env=with_uv.environment | {"PYTHONPATH": str(with_uv.root)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert Path(json.loads(done.stdout)["prefix"]) == with_uv.venv


# --- the same in this process, where each turn can be forced -------------------------------------------------------


class Gone(Exception):
    """This process would have become another one."""


@dataclass
class Exec:
    """Takes the place of `os.execve`."""

    calls: list[tuple[str, list[str], dict[str, str]]] = field(default_factory=list)

    def __call__(self, python: str, arguments: list[str], environment: dict[str, str]) -> None:
        self.calls.append((python, arguments, environment))
        raise Gone


@pytest.fixture
def execve(project: Project, monkeypatch: pytest.MonkeyPatch) -> Exec:
    taken = Exec()
    monkeypatch.setattr(os, "execve", taken)
    monkeypatch.setenv("PATH", project.environment["PATH"])
    monkeypatch.delenv("PYTHONPATH", raising=False)
    return taken


def answer_with(monkeypatch: pytest.MonkeyPatch, answers: dict[str, str]) -> list[list[str]]:
    """Let every command fail whose line holds one of these texts, with the answer given; returns the commands."""
    commands: list[list[str]] = []

    def run(command: list[str], _folder: Path | None = None) -> subprocess.CompletedProcess[str]:
        commands.append(command)
        said = next((answer for text, answer in answers.items() if text in " ".join(command)), None)
        if "--target" in command and said is None:
            Path(command[command.index("--target") + 1]).mkdir(parents=True)
        return subprocess.CompletedProcess(command, 0 if said is None else 1, "", said or "")

    monkeypatch.setattr(bootstrap, "_run", run)
    return commands


def test_it_becomes_the_python_that_has_the_parts(with_uv: Project, execve: Exec) -> None:
    with pytest.raises(Gone):
        bootstrap.prepare(["demo", "--port", "8080"], with_uv.root)
    ((python, arguments, environment),) = execve.calls
    assert python == str(with_uv.venv / "bin" / "python")
    assert arguments == [python, "-m", "bot", "demo", "--port", "8080"]
    assert environment["PYTHONPATH"] == str(with_uv.root)
    with pytest.raises(Gone):
        bootstrap.prepare(["demo"], with_uv.root)
    with pytest.raises(Gone):
        bootstrap.prepare(["test"], with_uv.root)
    assert with_uv.installs() == 2


def test_a_python_in_the_environment_asks_the_stamp(
    with_uv: Project, execve: Exec, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    with pytest.raises(Gone):
        bootstrap.prepare(["test"], with_uv.root)
    monkeypatch.chdir(with_uv.root)
    monkeypatch.setattr(sys, "prefix", str(with_uv.venv))
    bootstrap.prepare(["demo"], with_uv.root)
    with_uv.lock_part("1.3.0")
    with pytest.raises(Gone):
        bootstrap.prepare(["demo"], with_uv.root)
    assert "PYTHONPATH" not in execve.calls[-1][2]


def test_a_plain_folder_is_put_on_the_path(project: Project, execve: Exec, monkeypatch: pytest.MonkeyPatch) -> None:
    answer_with(monkeypatch, {"-m venv": "No module named venv", "virtualenv": "No module named virtualenv"})
    monkeypatch.setenv("PYTHONPATH", "mine")
    for _ in range(2):
        with pytest.raises(Gone):
            bootstrap.prepare(["demo"], project.root)
        python, _, environment = execve.calls[-1]
        assert python == sys.executable
        assert environment["PYTHONPATH"].split(os.pathsep) == [str(project.root), str(project.venv / "site"), "mine"]


def test_each_way_is_tried_and_then_one_sentence_is_said(
    project: Project, execve: Exec, monkeypatch: pytest.MonkeyPatch
) -> None:
    commands = answer_with(monkeypatch, {"": "No module named pip"})
    with pytest.raises(SystemExit, match="python3-venv"):
        bootstrap.prepare(["demo"], project.root)
    assert [command[2] for command in commands] == ["venv", "venv", "virtualenv", "pip"]
    assert not execve.calls


def test_a_pip_that_fails_is_not_asked_again(project: Project, execve: Exec, monkeypatch: pytest.MonkeyPatch) -> None:
    commands = answer_with(monkeypatch, {"pip install": "ERROR: no network"})
    with pytest.raises(SystemExit, match="ERROR: no network\n"):
        bootstrap.prepare(["demo"], project.root)
    assert len(commands) == 2
    assert not execve.calls


def test_a_failed_addition_leaves_the_environment_as_it_was(
    with_uv: Project, execve: Exec, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(Gone):
        bootstrap.prepare(["demo"], with_uv.root)
    monkeypatch.setenv("UV_DOES", "fail")
    with pytest.raises(SystemExit, match="the index is away"):
        bootstrap.prepare(["test"], with_uv.root)
    with pytest.raises(Gone):
        bootstrap.prepare(["demo"], with_uv.root)
    assert execve.calls[-1][0] == str(with_uv.venv / "bin" / "python")


def test_a_tool_that_does_not_start_counts_as_missing(tmp_path: Path) -> None:
    assert bootstrap._run([str(tmp_path / "nothing")]).returncode == 1


def test_a_set_up_that_does_not_help_is_not_repeated(
    project: Project, execve: Exec, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BOT_WAS_SET_UP", "1")
    with pytest.raises(SystemExit, match="delete the folder"):
        bootstrap.prepare(["demo"], project.root)
    assert not execve.calls


def test_a_folder_that_cannot_be_written_is_said_in_a_sentence(project: Project, execve: Exec) -> None:
    (project.root / ".venv.lock").mkdir()
    with pytest.raises(SystemExit, match="needs to write into the project's folder"):
        bootstrap.prepare(["demo"], project.root)
    assert not execve.calls


def test_an_installed_package_brings_its_parts_along(tmp_path: Path) -> None:
    bootstrap.prepare(["demo"], tmp_path)
    assert not list(tmp_path.iterdir())


# --- the door -------------------------------------------------------------------------------------------------------


def test_an_old_python_is_told_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "version_info", (3, 8, 18))
    with pytest.raises(SystemExit, match=r"needs Python 3\.11"):
        runpy.run_path(str(ROOT / "bot" / "__main__.py"), run_name="__main__")


def test_an_old_python_can_read_the_door() -> None:
    for path in (ROOT / "bot" / "__main__.py", ROOT / "bot" / "__init__.py"):
        tree = ast.parse(path.read_text(encoding="utf-8"), feature_version=(3, 4))
        assert not [node for node in ast.walk(tree) if isinstance(node, ast.JoinedStr | ast.AnnAssign | ast.arg)]


def test_windows_is_sent_to_wsl(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    with pytest.raises(SystemExit, match="WSL"):
        runpy.run_path(str(ROOT / "bot" / "__main__.py"), run_name="__main__")


def test_before_the_set_up_only_the_standard_library_is_imported() -> None:
    for name in ("__init__", "__main__", "bootstrap", "parts"):
        tree = ast.parse((ROOT / "bot" / f"{name}.py").read_text(encoding="utf-8"))
        for node in tree.body:
            modules = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            if isinstance(node, ast.ImportFrom) and node.module != "bot":
                modules = [node.module or ""]
            assert {module.partition(".")[0] for module in modules} <= sys.stdlib_module_names, name


def test_a_python_that_holds_all_parts_goes_straight_on() -> None:
    bootstrap.prepare(["test"])
    assert parts.are_installed(ROOT, testing=True)


@pytest.mark.parametrize(
    ("requirement", "is_met"),
    [
        ("click", True),
        ("click>=8", True),
        ("click>=999", False),
        ("click>=8,<9", True),
        ("click<8", False),
        ("nope>=1", False),
    ],
)
def test_a_requirement_is_met_by_name_and_bounds(tmp_path: Path, requirement: str, is_met: bool) -> None:
    (tmp_path / "pyproject.toml").write_text(f'[project]\ndependencies = ["{requirement}"]\n')
    assert parts.are_installed(tmp_path, testing=True) is is_met


def test_the_bounds_in_pyproject_are_ones_that_are_understood() -> None:
    for line in (ROOT / "pyproject.toml").read_text().splitlines():
        if line.startswith('  "'):
            assert set(line) & set("!=~;[@^") <= {"="}, line
            assert "==" not in line
