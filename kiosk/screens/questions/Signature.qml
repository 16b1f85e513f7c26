// A signature: drawn with a finger, or the name typed, which counts the same.
import QtQuick
import Atrium.Ink
import "../style"

Column {
    id: signature
    required property var question
    readonly property string name: question.field.name ?? ""
    readonly property bool kept: question.attached.length > 0
    property bool typing: question.value?.typed !== undefined

    function enter(): void {
        if (kept) return
        if (typing) line.forceActiveFocus(Qt.TabFocusReason)
        else pad.forceActiveFocus(Qt.TabFocusReason)
    }
    function said(): void { question.edited(typing ? { typed: line.text } : { drawn: pad.svg }) }

    spacing: Theme.s2
    Kept { width: parent.width; question: signature.question; pictures: true }
    Rectangle {
        visible: !signature.kept && !signature.typing
        width: parent.width
        height: visible ? Math.max(Theme.mm(56), Math.min(signature.question.spare > 0 ? signature.question.spare - tools.height - Theme.s2 : Theme.mm(90), Theme.mm(130))) : 0
        radius: Theme.radius
        color: Theme.paper
        border.width: signature.question.error ? Theme.thick : Theme.stroke
        border.color: signature.question.error ? Theme.danger : Theme.lineStrong
        FocusRing { on: pad.activeFocus }
        Rectangle {
            x: Theme.s4
            width: parent.width - Theme.s4 * 2
            y: parent.height * 0.78
            height: Theme.stroke
            color: "#64706B"
        }
        Txt {
            visible: pad.empty
            x: Theme.s4
            y: parent.height * 0.78 - height - Theme.s1
            text: qsTr("Sign here with your finger")
            color: Theme.paperInk2
            Accessible.ignored: true
        }
        SignaturePad {
            id: pad
            objectName: "question.field." + signature.name
            anchors.fill: parent
            pen: Theme.mm(1.4)
            activeFocusOnTab: true
            Accessible.role: Accessible.Canvas
            Accessible.name: signature.question.field.label ?? ""
            Accessible.description: signature.question.error || qsTr("Sign here with your finger, or type your name instead.")
            onInked: signature.said()
        }
    }
    Entry {
        id: line
        objectName: "question.typed." + signature.name
        visible: !signature.kept && signature.typing
        width: parent.width
        wantsKeyboard: true
        wrong: signature.question.error !== ""
        placeholderText: qsTr("Your full name")
        inputMethodHints: Qt.ImhSensitiveData
        Accessible.name: [signature.question.field.label, placeholderText].join(", ")
        description: signature.question.error || signature.question.hint
        onTyped: signature.said()
        onActiveFocusChanged: if (activeFocus) signature.question.entered(line)
        Component.onCompleted: show(signature.question.value?.typed ?? "")
    }
    Txt {
        visible: line.visible
        width: parent.width
        color: Theme.ink2
        text: qsTr("Your typed name counts as your signature.")
    }
    Flow {
        id: tools
        visible: !signature.kept
        width: parent.width
        spacing: Theme.s2
        Btn {
            objectName: "signature.undo"
            visible: !signature.typing
            enabled: !pad.empty
            kind: "secondary"
            height: Theme.target
            text: qsTr("Undo")
            onClicked: pad.undo()
        }
        Btn {
            objectName: "signature.clear"
            visible: !signature.typing
            enabled: !pad.empty
            kind: "secondary"
            height: Theme.target
            text: qsTr("Clear")
            onClicked: pad.clear()
        }
        Btn {
            objectName: "signature.other"
            kind: "secondary"
            height: Theme.target
            iconName: signature.typing ? "edit" : "keyb"
            text: signature.typing ? qsTr("Draw it instead") : qsTr("Type my name instead")
            onClicked: {
                signature.typing = !signature.typing
                signature.said()
                signature.enter()
            }
        }
    }
}
