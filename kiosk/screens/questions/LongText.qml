// A question answered in sentences: the box grows with them, then scrolls.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import "../style"

Rectangle {
    id: box
    required property var question
    readonly property real line: text.font.pixelSize * 1.45
    readonly property real wanted: Math.max(line * (Theme.portrait ? 7 : 5), Math.min(line * 9, text.contentHeight)) + Theme.s2 * 2

    function enter(): void { text.forceActiveFocus(Qt.TabFocusReason) }
    function show(value: string): void {
        text.told = value
        if (text.text !== value) text.text = value
    }

    implicitHeight: question.spare > 0 ? Math.min(wanted, Math.max(line + Theme.s2 * 2, question.spare)) : wanted
    radius: Theme.radius
    color: Theme.surface
    border.width: question.error || text.activeFocus ? Theme.thick : Theme.stroke
    border.color: question.error ? Theme.danger : text.activeFocus ? Theme.primary : Theme.lineStrong
    Component.onCompleted: show(String(question.value ?? ""))
    Connections {
        target: box.question
        function onValueChanged() { box.show(String(box.question.value ?? "")) }
    }
    FocusRing { on: text.activeFocus && (text.focusReason === Qt.TabFocusReason || text.focusReason === Qt.BacktabFocusReason) }
    Flickable {
        id: view
        anchors.fill: parent
        anchors.margins: Theme.s2
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        T.TextArea.flickable: T.TextArea {
            id: text
            property bool wantsKeyboard: true
            property string told
            objectName: "question.field." + box.question.field.name
            wrapMode: TextEdit.Wrap
            font.family: Theme.sans
            font.pixelSize: Theme.lead
            color: Theme.ink
            selectionColor: Theme.primary
            selectedTextColor: Theme.primaryInk
            selectByMouse: true
            activeFocusOnTab: true
            inputMethodHints: Qt.ImhSensitiveData | Qt.ImhMultiLine
            Accessible.name: box.question.field.label ?? ""
            Accessible.description: box.question.error || box.question.hint
            Keys.onTabPressed: nextItemInFocusChain(true).forceActiveFocus(Qt.TabFocusReason)
            Keys.onBacktabPressed: nextItemInFocusChain(false).forceActiveFocus(Qt.BacktabFocusReason)
            onTextChanged: {
                if (text.text === told) return
                told = text.text
                box.question.edited(text.text)
            }
            onActiveFocusChanged: if (activeFocus) box.question.entered(text)
            cursorDelegate: Rectangle {
                width: Theme.px(4)
                color: Theme.primary
                visible: text.activeFocus
            }
        }
    }
    MouseArea { // the whole box takes a press, not only the lines that are written
        anchors.fill: parent
        z: -1
        onClicked: text.forceActiveFocus(Qt.MouseFocusReason)
    }
}
