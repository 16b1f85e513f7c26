// One line to type into; it may ask for the keyboard on screen.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T

T.TextField {
    id: entry
    property bool wantsKeyboard: false
    property bool wrong: false
    property string description
    property string told // what was last said, so that it is said once
    signal typed(text: string)

    function press(key: string): void {
        if (key === "clear") text = ""
        else if (key === "delete") {
            const at = Math.max(1, cursorPosition)
            if (text.length) remove(at - 1, at)
        } else if (key === "-" && text.startsWith("-")) remove(0, 1) // wherever one types, it turns the sign
        else if (text.length < maximumLength) insert(key === "-" ? 0 : cursorPosition, key)
        tell()
    }
    function show(value: string): void {
        told = value.slice(0, maximumLength)
        if (text !== value) text = value
    }
    function tell(): void {
        if (text === told) return
        told = text
        typed(text)
    }

    implicitHeight: Theme.target * 1.1
    leftPadding: Theme.s3
    rightPadding: Theme.s3
    verticalAlignment: TextInput.AlignVCenter
    font.family: Theme.sans
    font.pixelSize: Theme.title
    color: Theme.ink
    placeholderTextColor: Theme.ink2
    selectionColor: Theme.primary
    selectedTextColor: Theme.primaryInk
    selectByMouse: true
    activeFocusOnTab: true
    inputMethodHints: Qt.ImhSensitiveData | Qt.ImhNoPredictiveText
    Accessible.description: description
    onTextChanged: tell() // typed, pasted, or filled in by an assistive tool
    cursorDelegate: Rectangle {
        width: Theme.px(4)
        color: Theme.primary
        visible: entry.activeFocus
    }
    background: Rectangle {
        radius: Theme.radius
        color: Theme.surface
        border.width: entry.wrong || entry.activeFocus ? Theme.thick : Theme.stroke
        border.color: entry.wrong ? Theme.danger : entry.activeFocus ? Theme.primary : Theme.lineStrong
        FocusRing { on: entry.activeFocus && (entry.focusReason === Qt.TabFocusReason || entry.focusReason === Qt.BacktabFocusReason) }
        Txt {
            anchors.fill: parent
            anchors.leftMargin: entry.leftPadding
            anchors.rightMargin: entry.rightPadding
            verticalAlignment: Text.AlignVCenter
            visible: entry.text === "" && entry.preeditText === ""
            text: entry.placeholderText
            color: Theme.ink2
            role: "lead"
            wrapMode: Text.NoWrap
            elide: Text.ElideRight
            Accessible.ignored: true
        }
    }
}
