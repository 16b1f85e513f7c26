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

    function enter(): void { boxes.itemAt(0).entry.forceActiveFocus(Qt.TabFocusReason) }
    function show(value: string): void {
        if (value === joined()) return
        const found = value.split("-")
        parts = [found[0] ?? "", String(Number(found[1] ?? "") || ""), String(Number(found[2] ?? "") || "")]
    }
    function joined(): string {
        if (parts.every(p => p === "")) return ""
        return [parts[0], parts[1].padStart(2, "0"), parts[2].padStart(2, "0")].join("-")
    }
    function put(part: int, text: string, box: int): void {
        const next = parts.slice()
        next[part] = text
        parts = next
        typed(joined())
        const full = text.length === (part === 0 ? 4 : 2)
        if (full && box < 2) boxes.itemAt(box + 1).entry.forceActiveFocus(Qt.OtherFocusReason)
    }

    spacing: Theme.s3
    Repeater {
        id: boxes
        model: 3
        Column {
            id: box
            required property int index
            readonly property int part: date.order[index]
            readonly property alias entry: entry
            width: (date.width - date.spacing * 2) * (part === 0 ? 0.4 : 0.3)
            spacing: Theme.s1
            Txt { id: words; text: [qsTr("Year"), qsTr("Month"), qsTr("Day")][box.part]; color: Theme.ink2 }
            Entry {
                id: entry
                objectName: date.name + "." + ["year", "month", "day"][box.part]
                width: parent.width
                wrong: date.wrong
                maximumLength: box.part === 0 ? 4 : 2
                inputMethodHints: Qt.ImhSensitiveData | Qt.ImhDigitsOnly
                validator: RegularExpressionValidator { regularExpression: /[0-9]*/ }
                Accessible.name: date.label + " " + words.text
                onTyped: text => date.put(box.part, text, box.index)
                onActiveFocusChanged: if (activeFocus) date.entered(entry)
                Component.onCompleted: show(date.parts[box.part])
                Connections {
                    target: date
                    function onPartsChanged() { entry.show(date.parts[box.part]) }
                }
            }
        }
    }
}
