// Three true steps: saved here, on its way, received there.
pragma ComponentBehavior: Bound
import QtQuick
import "style"

Page {
    id: page
    required property var model
    required property url art
    readonly property var stages: ["saving", "saved", "sending", "received"]
    readonly property bool queued: model.stage === "queued"
    readonly property bool rejected: model.stage === "rejected"
    readonly property bool over: queued || rejected || model.stage === "received"
    readonly property int reached: queued ? 2 : rejected ? 3 : stages.indexOf(model.stage)

    title: rejected ? qsTr("The department did not accept it") : queued ? qsTr("Saved. It will be sent by itself.")
        : model.stage === "received" ? qsTr("Received") : qsTr("Sending your application")
    lead: rejected ? Texts.of(model.reason) : queued ? qsTr("The department cannot be reached now. You need not wait; nothing is lost.")
        : qsTr("Please stay a moment.")
    canGoBack: false
    act: over ? qsTr("Continue") : ""
    actName: "sending.continue"
    onActed: model.continue_()
    Column {
        width: parent.width
        spacing: Theme.s3
        Repeater {
            model: 3
            Card {
                id: step
                required property int index
                readonly property bool done: index === 0 ? page.reached >= 1 : index === 1 ? page.reached >= 3 : page.model.stage === "received"
                readonly property bool now: !done && !(index > 0 && !doneBefore)
                readonly property bool doneBefore: index === 1 ? page.reached >= 1 : page.reached >= 3
                readonly property bool wrong: page.rejected && index === 2
                width: parent.width
                height: Math.max(Theme.mm(Theme.portrait ? 56 : 44), label.implicitHeight + pad * 2)
                pad: Theme.s4
                edge: wrong ? Theme.danger : now ? Theme.primary : Theme.line
                edgeWidth: now || wrong ? Theme.thick : Theme.hair
                Accessible.role: Accessible.ListItem
                Accessible.name: label.text + ", " + state.text
                Icon {
                    id: sign
                    size: Theme.mm(Theme.portrait ? 18 : 14)
                    name: step.wrong ? "alert" : step.done ? "okring" : step.now ? "clock" : "lock"
                    color: step.wrong ? Theme.danger : step.done ? Theme.ok : step.now ? Theme.primary : Theme.ink2
                    anchors.verticalCenter: parent.verticalCenter
                }
                Column {
                    id: label
                    readonly property string text: first.text
                    anchors.left: sign.right
                    anchors.leftMargin: Theme.s4
                    anchors.right: parent.right
                    anchors.verticalCenter: parent.verticalCenter
                    Txt {
                        id: first
                        role: "title"
                        width: parent.width
                        color: step.done || step.now || step.wrong ? Theme.ink : Theme.ink2
                        text: [qsTr("Saved on this terminal"), qsTr("Sent to the department"), qsTr("Received by the department")][step.index]
                        Accessible.ignored: true
                    }
                    Txt {
                        id: state
                        width: parent.width
                        color: step.wrong ? Theme.danger : step.done ? Theme.ok : Theme.ink2
                        bold: step.done || step.wrong
                        text: step.wrong ? qsTr("Not accepted") : step.done ? qsTr("Done") : page.queued && step.index === 1 ? qsTr("As soon as the department can be reached")
                            : step.now ? qsTr("In progress…") : qsTr("Still to come")
                        Accessible.ignored: true
                    }
                }
            }
        }
    }
}
