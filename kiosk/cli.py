"""The `atrium` command: what it can do, and which module does it."""

import argparse
import importlib
import runpy
import sys
from collections.abc import Sequence
from pathlib import Path

from foundation.logs import start_log
from foundation.secrets.sealed import VaultDamaged
from kiosk import __version__

EXIT_USAGE = 2

ROOMS = ("identity", "hall3d", "hall3d.trial", "backend", "kiosk.services.courier")
"""The rooms that a frozen program starts as processes of its own."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run one subcommand; returns the exit code."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    if arguments[:1] == ["child"]:
        return _be_a_child(arguments[1:])
    options = _parser().parse_args(arguments)
    start_log("atrium")
    module = importlib.import_module(f"kiosk.commands.{options.module}")
    try:
        return int(module.run(options))
    except CommandFailed as failed:
        print(f"atrium: {failed}", file=sys.stderr)
        return failed.code
    except VaultDamaged as damaged:
        print(f"atrium: {damaged}", file=sys.stderr)
        return 1


class CommandFailed(Exception):
    """A command could not do what was asked; the text says why and what to do."""

    def __init__(self, text: str, code: int = 1) -> None:
        super().__init__(text)
        self.code = code


def _be_a_child(arguments: list[str]) -> int:
    if not arguments or arguments[0] not in ROOMS:
        print(f"atrium child: give one of {', '.join(ROOMS)}", file=sys.stderr)
        return EXIT_USAGE
    sys.argv = arguments
    runpy.run_module(arguments[0], run_name="__main__", alter_sys=False)
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="atrium",
        description="A public service hall on one screen: prove who you are, walk to a counter, "
        "send an application that arrives exactly once, and leave no trace.",
        epilog="Start with `atrium run`. Each subcommand explains itself with --help.",
    )
    parser.add_argument("--version", action="version", version=f"atrium {__version__}")
    commands = parser.add_subparsers(title="what it can do", metavar="COMMAND", required=True)
    _window(commands)
    _demo(commands)
    _identity(commands)
    _evaluation(commands)
    _keys(commands)
    _models(commands)
    _receipt(commands)
    _catalogue(commands)
    _form(commands)
    _officer(commands)
    _hall(commands)
    _delivery(commands)
    _care(commands)
    return parser


def _command(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]",
    name: str,
    module: str,
    text: str,
) -> argparse.ArgumentParser:
    command = commands.add_parser(name, help=text, description=text[0].upper() + text[1:] + ".")
    command.set_defaults(module=module, command=name)
    return command


def _window(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    run = _command(commands, "run", "run", "start the terminal with all its processes")
    run.add_argument("--kiosk", action="store_true", help="full screen, without window frame")
    run.add_argument("--portrait", action="store_true", help="an upright window")
    run.add_argument("--camera", metavar="SOURCE", help=CAMERA_HELP)
    run.add_argument("--models", metavar="DIR", type=Path, help=MODELS_HELP)
    run.add_argument("--language", choices=LANGUAGES, help="the language of the first screen")
    run.add_argument(
        "--demo-without-display",
        action="store_true",
        help="where there is no display, walk the demonstration instead of failing",
    )


def _demo(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    demo = _command(
        commands, "demo", "demo", "walk one whole visit by itself and keep pictures of it"
    )
    demo.add_argument("--out", metavar="DIR", type=Path, required=True, help="where to write")
    demo.add_argument("--camera", metavar="SOURCE", help=CAMERA_HELP)
    demo.add_argument(
        "--enrol-from",
        metavar="SOURCE",
        help="enrol from this camera; without it, from the first pictures of --camera",
    )
    demo.add_argument("--models", metavar="DIR", type=Path, help=MODELS_HELP)
    demo.add_argument("--language", choices=LANGUAGES, default="zh_CN", help="default: zh_CN")
    demo.add_argument("--portrait", action="store_true", help="an upright window, 1080 x 1920")


def _identity(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    enrol = _command(commands, "enrol", "identity", "enrol a citizen from pictures of their face")
    enrol.add_argument("--id", required=True, help="the citizen's card number, or any reference")
    enrol.add_argument("images", metavar="IMAGE", nargs="+", type=Path)
    verify = _command(commands, "verify", "identity", "compare a camera with an enrolled citizen")
    verify.add_argument("--id", required=True, help="the reference given to `enrol`")
    verify.add_argument("source", metavar="SOURCE", help=CAMERA_HELP)
    verify.add_argument("--one-in", type=int, metavar="N", help="false matches allowed: 1 in N")
    erase = _command(commands, "erase", "identity", "erase a citizen's templates and their key")
    erase.add_argument("--id", required=True, help="the reference given to `enrol`")
    erase.add_argument("--out", metavar="FILE", type=Path, help="keep the signed receipt here too")
    enrol.add_argument(
        "--allow-duplicate",
        action="store_true",
        help="enrol also somebody who looks like another person enrolled already",
    )
    identify = _command(
        commands, "identify", "identity", "propose whom a picture may show; it decides nothing"
    )
    identify.add_argument("image", metavar="IMAGE", type=Path)
    identify.add_argument("--count", type=int, default=5, metavar="N", help="default: 5")
    for command in (enrol, verify, erase, identify):
        command.add_argument("--models", metavar="DIR", type=Path, help=MODELS_HELP)
        command.add_argument("--json", action="store_true", help="print JSON")


def _evaluation(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    evaluate = _command(
        commands, "evaluate", "evaluate", "measure how often an engine lets in and turns away"
    )
    evaluate.add_argument(
        "--enrol-images", type=int, default=1, metavar="K", help="pictures enrolled a person"
    )
    evaluate.add_argument("--plot", metavar="FILE", type=Path, help="draw the DET curve")
    calibrate = _command(
        commands, "calibrate", "evaluate", "measure this site's thresholds, and use them from then"
    )
    calibrate.add_argument("--out", metavar="FILE", type=Path, help="write it here; do not use it")
    calibrate.add_argument("--note", default="", help="what the pictures are, kept in the file")
    for command in (evaluate, calibrate):
        command.add_argument("folder", metavar="DIR", type=Path, help="one folder a person")
        command.add_argument("--engine", choices=ENGINES, default="sface")
        command.add_argument("--json", action="store_true", help="print JSON")
    pad = _command(
        commands, "evaluate-pad", "evaluate", "measure the liveness pair on people and on attacks"
    )
    pad.add_argument("--live", metavar="DIR", type=Path, required=True, help="living people")
    pad.add_argument(
        "--attack", metavar="NAME=DIR", action="append", required=True, help="one kind of attack"
    )
    pad.add_argument("--models", metavar="DIR", type=Path, help=MODELS_HELP)
    pad.add_argument("--json", action="store_true", help="print JSON")


def _keys(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    keys = _command(commands, "keys", "keys", "change the keys that templates are kept under")
    actions = keys.add_subparsers(title="actions", metavar="ACTION", required=True)
    rotate = actions.add_parser(
        "rotate", help="new keys, everybody stays enrolled; with the terminal stopped"
    )
    rotate.add_argument(
        "--templates",
        action="store_true",
        help="also turn every template anew, so that copies of the old ones fit nothing",
    )


def _models(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    models = _command(commands, "models", "models", "list, check and install the networks")
    actions = models.add_subparsers(title="actions", metavar="ACTION", required=True, dest="action")
    texts = {
        "list": "show every model and where it is",
        "verify": "check every SHA-256; exit 0 good",
    }
    for name, text in texts.items():
        action = actions.add_parser(name, help=text)
        action.add_argument("--models", metavar="DIR", type=Path, help=MODELS_HELP)
        action.add_argument("--json", action="store_true", help="print JSON")
    install = actions.add_parser("install", help="copy models into the cache, after checking them")
    install.add_argument("ids", metavar="ID", nargs="*", help="default: those that are missing")
    install.add_argument(
        "--from",
        dest="paths",
        metavar="PATH",
        type=Path,
        action="append",
        default=[],
        help="a folder of models, or one model's file; may be given several times",
    )
    install.add_argument("--upstream", action="store_true", help="download what is not here")
    install.add_argument("--models", metavar="DIR", type=Path, help=MODELS_HELP)


def _receipt(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    receipt = _command(commands, "receipt", "receipt", "check a receipt without any network")
    actions = receipt.add_subparsers(title="actions", metavar="ACTION", required=True)
    verify = actions.add_parser(
        "verify", help="say whether a receipt is genuine and unchanged; exit 0 valid, 1 invalid"
    )
    verify.add_argument("file", metavar="FILE", type=Path)
    verify.add_argument("--keys", metavar="FILE", type=Path, help="the departments' public keys")


def _catalogue(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    catalogue = _command(
        commands, "catalogue", "catalogue", "check the services, or exchange them as CPSV-AP"
    )
    actions = catalogue.add_subparsers(
        title="actions", metavar="ACTION", required=True, dest="action"
    )
    actions.add_parser("check", help="say whether services, life events and forms fit together")
    exporting = actions.add_parser("export", help="write the catalogue as CPSV-AP (JSON-LD)")
    exporting.add_argument("--out", metavar="FILE", type=Path, required=True)
    importing = actions.add_parser("import", help="read CPSV-AP, as far as it goes, into DIR")
    importing.add_argument("file", metavar="FILE", type=Path)
    importing.add_argument("--out", metavar="DIR", type=Path, required=True)


def _form(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    form = _command(
        commands,
        "form",
        "form",
        "check a form, fill it in without a screen, look at it, or import it",
    )
    actions = form.add_subparsers(title="actions", metavar="ACTION", required=True, dest="action")
    check = actions.add_parser("check", help="tell everything that is wrong with a form's file")
    fill = actions.add_parser("fill", help="answer page by page and print what would be sent")
    for action in (check, fill):
        action.add_argument("file", metavar="FILE", type=Path)
    fill.add_argument(
        "--answers", metavar="FILE", type=Path, required=True, help="JSON, answers by name"
    )
    fill.add_argument("--language", help="default: the form's first")
    fill.add_argument("--service", metavar="ID", help="default: the form's id")
    shots = actions.add_parser("shots", help="every page as a picture, in each of its languages")
    shots.add_argument("file", metavar="FILE", type=Path)
    shots.add_argument("--out", metavar="DIR", type=Path, required=True)
    shots.add_argument("--answers", metavar="ANSWERS.json", type=Path, help="fill it in first")
    shots.add_argument("--language", action="append", help="default: all of the form's")
    shots.add_argument("--size", type=_pixels, default=(1080, 1920), help="default: 1080x1920")
    shots.add_argument("--elder", action="store_true", help="with large letters")
    fill.add_argument("--citizen", default="citizen", metavar="ID", help="who applies")
    bring = actions.add_parser(
        "import", help="make a form of another kind ours, and tell what could not be kept"
    )
    bring.add_argument(
        "--from", dest="source", choices=("defra", "formio", "xlsform"), required=True
    )
    bring.add_argument("file", metavar="FILE", type=Path)
    bring.add_argument("--out", metavar="FILE", type=Path, required=True, help="ID.json")
    bring.add_argument("--report", metavar="FILE", type=Path, help="the account as JSON")
    bring.add_argument(
        "--language", help="of texts whose language the form does not say; otherwise en"
    )


def _officer(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    officer = _command(
        commands, "officer", "officer", "play a department: decide, ask, answer, issue documents"
    )
    acts = officer.add_subparsers(title="acts", metavar="ACT", required=True, dest="act")
    listing = acts.add_parser("list", help="what waits, the most urgent first")
    listing.add_argument("--department", metavar="ID")
    acts.add_parser("tasks", help="whom to call back, by when")
    acts.add_parser("show", help="one case: what was asked for and said").add_argument("reference")
    move = acts.add_parser("move", help="take_up, ask, supplied, approve, refuse, answer, finish")
    move.add_argument("reference")
    move.add_argument("move")
    move.add_argument("text", nargs="?", help="what the citizen reads; ask, answer, refuse need it")
    say = acts.add_parser("say", help="write to the citizen")
    say.add_argument("reference")
    say.add_argument("text")
    issue = acts.add_parser("issue", help="issue a document on a case")
    issue.add_argument("reference")
    issue.add_argument("kind", help="an id of assets/catalogue/documents.json")
    acts.add_parser("done", help="a task is done").add_argument("task", type=int)


def _hall(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    hall = _command(commands, "hall", "hall", "bake the hall, or take pictures of it")
    actions = hall.add_subparsers(title="actions", metavar="ACTION", required=True, dest="action")
    actions.add_parser("bake", help="make light and signs now, and keep them")
    shot = actions.add_parser("shot", help="one picture as PNG")
    shot.add_argument("--out", metavar="FILE", type=Path, required=True)
    shot.add_argument(
        "--view",
        default="entrance",
        help="entrance, desk, counter:ID, overview, map, or X,Y,HEADING in metres and degrees",
    )
    tour = actions.add_parser("tour", help="twelve pictures along a walk")
    tour.add_argument("--out", metavar="DIR", type=Path, required=True)
    for action in actions.choices.values():
        action.add_argument("--counters", type=int, metavar="N", help="as if there were N counters")
        action.add_argument("--theme", default="day", help="default: day")
        action.add_argument(
            "--departments", metavar="FILE", type=Path, help="default: the catalogue"
        )
    for action in (shot, tour):
        action.add_argument("--size", default="1280x720", help="pixels; default: 1280x720")
        action.add_argument("--language", default="zh_CN", help="of the signs; default: zh_CN")
        action.add_argument(
            "--renderer", choices=("tiny", "gl"), default="tiny", help="what draws; default: tiny"
        )


def _delivery(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    courier = _command(
        commands, "courier", "courier", "deliver what waits, also while the window is closed"
    )
    courier.add_argument("--until-empty", action="store_true", help="end when nothing is left")
    outbox = _command(
        commands, "outbox", "outbox", "show what needs a clerk, and take the clerk's decisions"
    )
    actions = outbox.add_subparsers(title="actions", metavar="ACTION", required=True, dest="action")
    actions.add_parser("list", help="departments, and applications that somebody has to look into")
    arrived = actions.add_parser("arrived", help="the department was asked, and has it")
    arrived.add_argument("--reference", required=True, help="what the department calls it")
    anew = actions.add_parser("send-anew", help="the department was asked, and does not have it")
    aside = actions.add_parser("set-aside", help="it was settled on paper; its content is erased")
    for action in (arrived, anew, aside):
        action.add_argument("key", metavar="KEY", help="as `list` shows it")
    actions.add_parser("trust-clock", help="the clock was checked, and is right")


def _care(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    _command(commands, "prepare", "prepare", "prepare models, translations and the hall's light")
    _command(commands, "readiness", "readiness", "check what the terminal needs to open")
    settings = _command(commands, "settings", "settings", "show or change the settings")
    settings.add_argument("changes", metavar="KEY=VALUE", nargs="*")
    staff = _command(commands, "staff", "staff", "care for the staff's PIN")
    staff.add_argument("action", choices=["reset-pin"], help="make and print a new random PIN")


def _pixels(text: str) -> tuple[int, int]:
    width, _, height = text.lower().partition("x")
    if not (width.isdecimal() and height.isdecimal() and 200 <= int(width) <= 8000):
        raise argparse.ArgumentTypeError(f"{text} is no size; give pixels such as 1080x1920")
    return int(width), int(height)


LANGUAGES = ("zh_CN", "en")
ENGINES = ("sface", "dlib", "fusion")
CAMERA_HELP = (
    "a webcam's number, a video file, a folder of pictures, an rtsp:// address, or `demonstration`"
)
MODELS_HELP = "a folder with further models, such as the liveness pair"

if __name__ == "__main__":
    runpy.run_module("kiosk", run_name="__main__")
