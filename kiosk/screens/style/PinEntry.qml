// Six masked places and the keypad that fills them; the digits leave as soon as they are sent.
pragma ComponentBehavior: Bound
import QtQuick

FocusScope {
    id: pin
    property int length: 6
    property int keyHeight: Theme.target
    property string digits: ""
    readonly property bool complete: digits.length === length
    signal sent(pin: string)

    function press(key: string): void {
        if (key === "clear") digits = ""
        else if (key === "delete") digits = digits.slice(0, -1)
        else if (digits.length < length) digits += key
    }
    function send(): void {
        const typed = digits
        digits = ""
        sent(typed)
    }

    implicitHeight: column.implicitHeight
    Accessible.role: Accessible.EditableText
    Accessible.name: qsTr("PIN, %1 of %2 digits entered").arg(digits.length).arg(length)
    Accessible.passwordEdit: true
    Keys.onPressed: event => {
        if (!pin.enabled) return
        if (pad.accepts(event)) event.accepted = true
        else if ((event.key === Qt.Key_Return || event.key === Qt.Key_Enter) && pin.complete) {
            pin.send()
            event.accepted = true
        }
    }
    Column {
        id: column
        width: parent.width
        spacing: Theme.s4
        Row {
            id: places
            width: parent.width
            spacing: Theme.s2
            Repeater {
                model: pin.length
                Rectangle {
                    required property int index
                    readonly property bool filled: index < pin.digits.length
                    width: (places.width - (pin.length - 1) * places.spacing) / pin.length
                    height: Theme.target * 1.1
                    radius: Theme.radius
                    color: Theme.surface
                    border.width: index === pin.digits.length ? Theme.thick : Theme.stroke
                    border.color: index === pin.digits.length ? Theme.primary : Theme.lineStrong
                    Rectangle {
                        visible: parent.filled
                        anchors.centerIn: parent
                        width: Theme.mm(6)
                        height: width
                        radius: width / 2
                        color: Theme.ink
                    }
                }
            }
        }
        Keypad {
            id: pad
            width: parent.width
            keyHeight: pin.keyHeight
            onPressed: key => pin.press(key)
        }
    }
}
