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
    onActed: model.send()
    aside: Txt { text: page.model.service; bold: true; visible: text !== ""; width: parent.width }
    Card {
        width: parent.width
        height: rows.implicitHeight + pad * 2
        Column {
            id: rows
            width: parent.width
            Repeater {
                model: page.model.rows
                FactRow {
                    required property var modelData
                    required property int index
                    width: rows.width
                    label: modelData.label
                    value: modelData.value
                    source: modelData.source || ""
                    action: modelData.page ? qsTr("Change") : ""
                    actionName: "check.change." + modelData.page
                    last: index === page.model.rows.length - 1
                    onActed: page.model.change(modelData.page)
                }
            }
        }
    }
}
