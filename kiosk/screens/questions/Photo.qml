// A picture of a paper or a thing: seen live, taken, looked at, and only then kept.
import QtQuick
import "../style"

Column {
    id: photo
    required property var question
    readonly property string name: question.field.name ?? ""
    readonly property var now: question.model.attaching
    readonly property bool mine: now.field === name
    readonly property string stage: mine ? now.stage ?? "" : ""
    readonly property bool full: question.attached.length >= (question.field.most ?? 1)

    function enter(): void { open.forceActiveFocus(Qt.TabFocusReason) }

    spacing: Theme.s3
    Kept { busy: photo.stage !== ""; width: parent.width; question: photo.question; pictures: true }
    Trouble { width: parent.width; now: photo.mine ? photo.now : ({}) }
    ChoiceCard {
        id: open
        objectName: "question.photo." + photo.name
        visible: photo.stage === "" && !photo.full
        width: parent.width
        height: Math.max(implicitHeight, Theme.mm(Theme.portrait ? 36 : 28))
        iconName: "camera"
        text: photo.question.attached.length ? qsTr("Take another photo") : qsTr("Open the camera")
        note: qsTr("You see the picture before it is kept.")
        onClicked: photo.question.model.photograph(photo.name)
    }
    Viewfinder {
        visible: photo.stage !== ""
        width: parent.width
        height: visible ? photo.question.spare : 0
        now: photo.mine ? photo.now : ({})
    }
}
