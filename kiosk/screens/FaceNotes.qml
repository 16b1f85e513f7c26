// What is plainly said beside the camera's picture.
pragma ComponentBehavior: Bound
import QtQuick
import "style"

Column {
    id: notes
    property var model

    spacing: Theme.s2
    Note {
        width: parent.width
        tone: "warn"
        text: notes.model.liveness === "not_enforced" ? qsTr("This terminal does not check for a live person.") : ""
        detail: notes.model.liveness === "not_enforced" && !(Theme.elder && !Theme.portrait) ? qsTr("The face is compared, but a picture of a face could pass.") : ""
    }
    Row {
        visible: notes.model.stage !== "failed" && !(Theme.elder && !Theme.portrait)
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
