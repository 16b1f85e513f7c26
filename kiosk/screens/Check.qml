// Every answer before it is sent, each with a way to change it.
pragma ComponentBehavior: Bound
import QtQuick
import "style"

Page {
    id: page
    required property var model
    required property url art

    title: qsTr("Check your answers")
    lead: qsTr("Nothing is sent until you press the button.")
    split: 0.36
    act: qsTr("Send your application")
    actName: "check.send"
    second: model.canKeep ? qsTr("Save and go on later") : ""
    secondName: "check.keep"
    secondKind: "quiet"
    onActed: model.send()
    onSeconded: model.keepForLater()
    aside: Txt { text: page.model.service; bold: true; visible: text !== ""; width: parent.width }
    Card {
        visible: page.model.rows.length > 0
        width: parent.width
        height: rows.implicitHeight + pad * 2
        Column {
            id: rows
            width: parent.width
            Repeater {
                model: page.model.rows
                Column {
                    id: row
                    required property var modelData
                    required property int index
                    readonly property bool within: !!modelData.of // of an entry of a list
                    width: rows.width
                    Item { // an entry begins
                        visible: row.modelData.heading === true
                        width: parent.width
                        height: visible ? Math.max(Theme.target, entry.implicitHeight) + Theme.s2 : 0
                        Txt {
                            id: entry
                            role: "title"
                            text: row.modelData.label
                            width: parent.width - change.width - Theme.s2
                            anchors.bottom: parent.bottom
                            anchors.bottomMargin: Theme.s2
                            Accessible.role: Accessible.Heading
                        }
                        Btn {
                            id: change
                            objectName: "check.change." + row.modelData.page
                            kind: "quiet"
                            text: qsTr("Change")
                            anchors.right: parent.right
                            anchors.bottom: parent.bottom
                            Accessible.name: text + " " + row.modelData.label
                            onClicked: page.model.change(row.modelData.page)
                        }
                    }
                    FactRow {
                        visible: row.modelData.heading !== true
                        height: visible ? implicitHeight : 0
                        x: row.within ? Theme.s3 : 0
                        width: parent.width - x
                        label: row.modelData.label
                        value: row.modelData.value
                        source: row.modelData.source || ""
                        action: row.modelData.page ? qsTr("Change") : ""
                        actionName: "check.change." + row.modelData.page
                        last: row.index === page.model.rows.length - 1
                        onActed: page.model.change(row.modelData.page)
                    }
                }
            }
        }
    }
}
