// What is wrong with a PIN, how many tries are left, how long to wait.
import QtQuick

Column {
    id: notes
    property var model

    spacing: Theme.s2
    Note { width: parent.width; tone: "danger"; text: Texts.of(notes.model.error) }
    Txt {
        width: parent.width
        bold: true
        visible: text !== ""
        text: notes.model.waitSeconds > 0 ? qsTr("Please wait %1 seconds.").arg(notes.model.waitSeconds)
            : notes.model.triesLeft > 0 ? qsTr("Tries left: %1").arg(notes.model.triesLeft) : ""
    }
}
