// Large digits in the order of a phone. They never take the focus from the field they fill.
pragma ComponentBehavior: Bound
import QtQuick

Grid {
    id: pad
    property bool withX: false // the last sign of an identity number may be X
    property bool withPoint: false
    property bool withMinus: false
    property bool flat: false // two rows instead of four
    property int keyHeight: Theme.target
    readonly property bool wide: withMinus && withPoint // more keys than three columns hold
    readonly property var keys: {
        if (wide) return ["1", "2", "3", "4", "5", "-", "clear", "6", "7", "8", "9", "0", ".", "delete"]
        const extra = withX ? "X" : withPoint ? "." : withMinus ? "-" : "clear"
        return flat ? ["1", "2", "3", "4", "5", "6", "7", "8", "9", "0", extra, "delete"]
            : ["1", "2", "3", "4", "5", "6", "7", "8", "9", extra, "0", "delete"]
    }
    readonly property var words: ({ "clear": qsTr("Clear"), "delete": qsTr("Delete"), "-": qsTr("Minus") })
    signal pressed(key: string)

    function accepts(event: var): bool {
        if (event.key === Qt.Key_Backspace) pressed("delete")
        else if (/^[0-9]$/.test(event.text) || withPoint && event.text === ".") pressed(event.text)
        else if (withX && /^[xX]$/.test(event.text)) pressed("X")
        else return false
        return true
    }

    columns: wide ? 7 : flat ? 6 : 3
    spacing: Theme.s2
    Repeater {
        model: pad.keys
        Btn {
            id: key
            required property string modelData
            objectName: "keypad." + modelData
            kind: "secondary"
            focusPolicy: Qt.TabFocus
            pad: Theme.s1
            width: (pad.width - (pad.columns - 1) * pad.spacing) / pad.columns
            height: pad.keyHeight
            readonly property bool drawn: modelData === "delete" && (pad.flat || pad.wide)
            readonly property string says: pad.words[modelData] ?? modelData
            text: drawn ? "" : modelData === "-" ? "−" : says
            iconName: drawn ? "delete" : ""
            Accessible.name: says
            onClicked: pad.pressed(modelData)
        }
    }
}
