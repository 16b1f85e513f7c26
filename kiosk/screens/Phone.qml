// Approval by phone: a number to enter there, the time left, and always another way.
pragma ComponentBehavior: Bound
import QtQuick
import "style"

Page {
    id: page
    required property var model
    required property url art
    readonly property bool waiting: model.stage === "waiting"
    readonly property bool over: model.stage !== "waiting" && model.stage !== "asking"
    readonly property bool again: model.stage === "expired" || model.stage === "refused" || model.stage === "unreachable"
    readonly property var ends: ({
            "refused": [qsTr("Your phone said no"), qsTr("If that was not you, speak to a member of staff.")],
            "expired": [qsTr("The time ran out"), qsTr("No harm done. Ask your phone again, or use another way.")],
            "limited": [qsTr("Your phone was asked too often"), qsTr("Use another way now, or wait ten minutes.")],
            "unreachable": [qsTr("Your phone cannot be asked now"), qsTr("Try again, or use another way.")]
        })

    title: over ? ends[model.stage][0] : qsTr("Approve with your phone")
    lead: over ? ends[model.stage][1] : qsTr("Enter this number on your phone. Approve only if it was you who asked.")
    backText: qsTr("Cancel")
    act: again ? qsTr("Ask my phone again") : qsTr("Use my PIN")
    actName: again ? "phone.again" : "phone.otherWay"
    actKind: over ? "primary" : "secondary"
    second: again ? qsTr("Use my PIN") : ""
    secondName: "phone.otherWay"
    secondKind: again ? "primary" : "secondary"
    onActed: again ? model.again() : model.otherWay()
    onSeconded: model.otherWay()

    Item {
        width: parent.width
        height: page.room
        Column {
            anchors.centerIn: parent
            spacing: Theme.elder && !Theme.portrait ? Theme.s2 : Theme.s5
            Icon {
                visible: page.over || !Theme.elder || Theme.portrait // large letters need the room
                name: page.over ? "alert" : "phone"
                color: page.over ? Theme.warn : Theme.primary
                size: Theme.mm(page.over ? 46 : 30)
                anchors.horizontalCenter: parent.horizontalCenter
            }
            Txt {
                objectName: "phone.code"
                visible: page.waiting
                text: page.model.code
                role: "display"
                font.family: Theme.sans
                font.pixelSize: Theme.pt(150)
                font.letterSpacing: Theme.mm(4)
                anchors.horizontalCenter: parent.horizontalCenter
                Accessible.name: qsTr("The number %1").arg(page.model.code)
            }
            CountRing {
                visible: page.waiting
                value: page.model.total > 0 ? page.model.seconds / page.model.total : 0
                label: page.model.seconds
                anchors.horizontalCenter: parent.horizontalCenter
            }
        }
    }
}
