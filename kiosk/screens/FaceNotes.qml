// What is plainly said beside the camera's picture.
pragma ComponentBehavior: Bound
import QtQuick
import "style"

Column {
    id: notes
    property var model

    readonly property bool asked: (model.challenge.kind ?? "") !== "" && model.stage === "guiding"
    readonly property bool roomy: !(Theme.elder && !Theme.portrait)

    spacing: Theme.s2
    opacity: model.light === "" ? 1 : 0
    Txt {
        visible: notes.asked && notes.model.challenge.of > 1
        width: parent.width
        bold: true
        text: qsTr("Movement %1 of %2").arg(notes.model.challenge.step ?? 1).arg(notes.model.challenge.of ?? 1)
    }
    Note {
        width: parent.width
        iconName: "ask_light"
        text: notes.model.lightAhead && notes.model.stage === "guiding" && notes.roomy ? qsTr("At the end the screen changes colour for a few seconds.") : ""
    }
    Note {
        width: parent.width
        tone: "warn"
        text: notes.model.liveness === "not_enforced" ? qsTr("This terminal does not check for a live person.") : ""
        detail: notes.model.liveness === "not_enforced" && notes.roomy ? qsTr("The face is compared, but a picture of a face could pass.") : ""
    }
    Row {
        visible: notes.model.stage !== "failed" && notes.roomy
        width: parent.width
        spacing: Theme.s2
        Icon { id: shield; name: "shield"; color: Theme.primary }
        Txt {
            width: parent.width - shield.width - Theme.s2
            color: Theme.ink2
            text: qsTr("The picture stays on this machine and is deleted right after.")
        }
    }
    Txt {
        width: parent.width
        bold: true
        visible: text !== "" && notes.model.stage === "failed"
        text: notes.model.waitSeconds > 0 ? qsTr("Please wait %1 seconds.").arg(notes.model.waitSeconds)
            : notes.model.triesLeft > 0 ? qsTr("Tries left: %1").arg(notes.model.triesLeft) : ""
    }
}
