// A date as three numbers, in the order of the language; the value is YYYY-MM-DD.
pragma ComponentBehavior: Bound
import QtQuick

Row {
    id: date
    property string name
    property string label
    property bool wrong: false
    readonly property bool chinese: Theme.language !== "en"
    readonly property var order: chinese ? [0, 1, 2] : [2, 1, 0] // year, month, day
    property var parts: ["", "", ""]
    signal typed(text: string)
    signal entered(entry: var)

    function enter(): void { box(0).entry.forceActiveFocus(Qt.TabFocusReason) }
    function box(at: int): var { return boxes.itemAt(at) }
    function show(value: string): void {
        if (value === joined()) return
        const found = value.split("-")
        parts = [found[0] ?? "", String(Number(found[1] ?? "") || ""), String(Number(found[2] ?? "") || "")]
    }
    function joined(): string {
        if (parts.every(p => p === "")) return ""
        return [parts[0], parts[1].padStart(2, "0"), parts[2].padStart(2, "0")].join("-")
    }
    function put(part: int, text: string, at: int): void {
        const next = parts.slice()
        next[part] = text
        parts = next
        typed(joined())
        const full = text.length === (part === 0 ? 4 : 2)
        if (full && at < 2) date.box(at + 1).entry.forceActiveFocus(Qt.OtherFocusReason)
    }

    spacing: Theme.s3
    Repeater {
        id: boxes
        model: 3
        Column {
            id: cell
            required property int index
            readonly property int part: date.order[index]
            readonly property alias entry: entry
            width: (date.width - date.spacing * 2) * (part === 0 ? 0.4 : 0.3)
            spacing: Theme.s1
            Txt { id: words; text: [qsTr("Year"), qsTr("Month"), qsTr("Day")][cell.part]; color: Theme.ink2 }
            Entry {
                id: entry
                objectName: date.name + "." + ["year", "month", "day"][cell.part]
                width: parent.width
                wrong: date.wrong
                maximumLength: cell.part === 0 ? 4 : 2
                inputMethodHints: Qt.ImhSensitiveData | Qt.ImhDigitsOnly
                validator: RegularExpressionValidator { regularExpression: /[0-9]*/ }
                Accessible.name: date.label + " " + words.text
                onTyped: text => date.put(cell.part, text, cell.index)
                onActiveFocusChanged: if (activeFocus) date.entered(entry)
                Component.onCompleted: show(date.parts[cell.part])
                Connections {
                    target: date
                    function onPartsChanged() { entry.show(date.parts[cell.part]) }
                }
            }
        }
    }
}
