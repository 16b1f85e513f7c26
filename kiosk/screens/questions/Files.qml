// Files from a stick or a folder that the operator named; a paper may be photographed instead.
pragma ComponentBehavior: Bound
import QtQuick
import "../style"

Column {
    id: asked
    required property var question
    readonly property string name: question.field.name ?? ""
    readonly property var now: question.model.attaching
    readonly property bool mine: now.field === name
    readonly property string stage: mine ? now.stage ?? "" : ""
    readonly property bool listing: stage === "listing" || stage === "reading"
    readonly property bool full: question.attached.length >= (question.field.most ?? 1)

    function enter(): void { (browse.visible ? browse : camera).forceActiveFocus(Qt.TabFocusReason) }

    spacing: Theme.s3
    Kept { busy: asked.stage !== ""; width: parent.width; question: asked.question }
    Trouble { id: trouble; width: parent.width; now: asked.mine ? asked.now : ({}) }
    ChoiceCard {
        id: browse
        objectName: "question.browse." + asked.name
        visible: asked.stage === "" && !asked.full && asked.question.field.browsable !== false
        width: parent.width
        height: Math.max(implicitHeight, Theme.mm(Theme.portrait ? 36 : 28))
        iconName: "folder"
        text: qsTr("Choose a file from a USB stick")
        note: asked.question.field.allowed ?? ""
        onClicked: asked.question.model.browse(asked.name)
    }
    ChoiceCard {
        id: camera
        objectName: "question.photo." + asked.name
        visible: asked.stage === "" && !asked.full && asked.question.field.photographable === true
        width: parent.width
        height: Math.max(implicitHeight, Theme.mm(Theme.portrait ? 36 : 28))
        iconName: "camera"
        text: qsTr("Photograph the paper")
        note: qsTr("You see the picture before it is kept.")
        onClicked: asked.question.model.photograph(asked.name)
    }
    FileList {
        visible: asked.listing
        width: parent.width
        height: visible ? asked.question.spare - (trouble.visible ? trouble.height + asked.spacing : 0) : 0
        name: asked.name
        now: asked.mine ? asked.now : ({})
        model: asked.question.model
    }
    Viewfinder {
        visible: asked.stage !== "" && !asked.listing
        width: parent.width
        height: visible ? asked.question.spare : 0
        now: asked.mine ? asked.now : ({})
    }
}
