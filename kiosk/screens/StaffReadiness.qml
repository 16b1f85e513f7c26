// Readiness: each part of the terminal, and what it says of itself.
pragma ComponentBehavior: Bound
import QtQuick
import "style"

Page {
    id: page
    required property var model
    readonly property int failing: model.readiness.filter(r => !r.ok).length

    title: failing === 0 ? qsTr("Everything is ready") : qsTr("Something needs attention")
    lead: qsTr("%1 of %2 parts are ready.").arg(model.readiness.length - failing).arg(model.readiness.length)
    showSteps: false
    split: 0.36
    backHandler: () => model.openPage("home")
    Card {
        width: parent.width
        height: rows.implicitHeight + pad * 2
        pad: Theme.s3
        Column {
            id: rows
            width: parent.width
            Repeater {
                model: page.model.readiness
                Item {
                    id: row
                    required property var modelData
                    required property int index
                    width: rows.width
                    height: words.implicitHeight + Theme.s2 * 1.4
                    Icon {
                        id: sign
                        name: row.modelData.ok ? "okring" : "alert"
                        color: row.modelData.ok ? Theme.ok : Theme.danger
                        anchors.verticalCenter: parent.verticalCenter
                    }
                    Column {
                        id: words
                        anchors.left: sign.right
                        anchors.leftMargin: Theme.s3
                        anchors.right: verdict.left
                        anchors.rightMargin: Theme.s2
                        anchors.verticalCenter: parent.verticalCenter
                        Txt { text: Texts.of(row.modelData.item); bold: true; width: parent.width }
                        Txt {
                            text: Texts.of(row.modelData.detail)
                            role: "caption"
                            color: Theme.ink2
                            width: parent.width
                            visible: text !== ""
                            wrapMode: Text.WrapAtWordBoundaryOrAnywhere
                        }
                    }
                    Txt {
                        id: verdict
                        text: row.modelData.ok ? qsTr("Ready") : qsTr("Not ready")
                        bold: true
                        color: row.modelData.ok ? Theme.ok : Theme.danger
                        anchors.right: parent.right
                        anchors.verticalCenter: parent.verticalCenter
                        wrapMode: Text.NoWrap
                    }
                    Rule { visible: row.index < page.model.readiness.length - 1; anchors.bottom: parent.bottom }
                }
            }
        }
    }
}
