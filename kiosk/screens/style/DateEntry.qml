// A date or a time as numbers, in the order of the language: YYYY-MM-DD, YYYY-MM, HH:MM, or
// YYYY-MM-DDTHH:MM.
pragma ComponentBehavior: Bound
import QtQuick

Column {
    id: date
    property string kind: "date" // or month, time, date_time
    property string name
    property string label
    property string description
    property bool wrong: false
    readonly property bool chinese: Theme.language !== "en"
    readonly property var days: chinese ? [0, 1, 2] : [2, 1, 0] // year, month, day, hour, minute
    readonly property var rows: kind === "time" ? [[3, 4]] : kind === "month" ? [days.filter(p => p < 2)]
        : kind === "date_time" ? [days, [3, 4]] : [days]
    readonly property var order: rows.reduce((all, row) => all.concat(row), [])
    property var parts: ["", "", "", "", ""]
    signal typed(text: string)
    signal entered(entry: var)

    function enter(): void { box(0).entry.forceActiveFocus(Qt.TabFocusReason) }
    function box(at: int): var {
        let row = 0
        while (at >= date.rows[row].length) at -= date.rows[row++].length
        return lines.itemAt(row).box(at)
    }
    function show(value: string): void {
        if (value === joined()) return
        const found = value.split(/[-T:]/)
        const first = kind === "time" ? 3 : 0
        parts = parts.map((_, part) => {
            const text = found[part - first] ?? ""
            return part > 0 && part < 3 ? String(Number(text) || "") : text
        })
    }
    function joined(): string {
        const asked = [0, 1, 2, 3, 4].filter(part => order.indexOf(part) >= 0)
        if (asked.every(part => parts[part] === "")) return ""
        const between = ["", "-", "-", kind === "time" ? "" : "T", ":"]
        return asked.map(part => between[part] + (part === 0 ? parts[0] : parts[part].padStart(2, "0"))).join("")
    }
    function put(part: int, text: string, at: int): void {
        const next = parts.slice()
        next[part] = text
        parts = next
        typed(joined())
        const full = text.length === (part === 0 ? 4 : 2)
        if (full && at + 1 < order.length) date.box(at + 1).entry.forceActiveFocus(Qt.OtherFocusReason)
    }

    spacing: Theme.s2
    Repeater {
        id: lines
        model: date.rows.length
        Row {
            id: line
            required property int index
            readonly property var row: date.rows[index]
            readonly property int before: index === 0 ? 0 : date.rows[0].length
            function box(at: int): var { return boxes.itemAt(at) }
            width: date.width
            spacing: Theme.s3
            Repeater {
                id: boxes
                model: line.row.length
                Column {
                    id: cell
                    required property int index
                    readonly property int part: line.row[index]
                    readonly property int at: line.before + index
                    readonly property alias entry: entry
                    width: (date.width - line.spacing * 2) * (part === 0 ? 0.4 : 0.3)
                    spacing: Theme.s1
                    Txt { id: words; text: [qsTr("Year"), qsTr("Month"), qsTr("Day"), qsTr("Hour"), qsTr("Minute")][cell.part]; color: Theme.ink2 }
                    Entry {
                        id: entry
                        objectName: date.name + "." + ["year", "month", "day", "hour", "minute"][cell.part]
                        width: parent.width
                        wrong: date.wrong
                        maximumLength: cell.part === 0 ? 4 : 2
                        inputMethodHints: Qt.ImhSensitiveData | Qt.ImhDigitsOnly
                        validator: RegularExpressionValidator { regularExpression: /[0-9]*/ }
                        Accessible.name: date.label + " " + words.text
                        description: date.description
                        onTyped: text => date.put(cell.part, text, cell.at)
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
    }
}
