// What a service is, what it needs, how long it takes and what it costs.
pragma ComponentBehavior: Bound
import QtQuick
import "style"

Page {
    id: page
    required property var model
    required property url art

    title: model.title
    lead: model.summary
    showSteps: false
    act: model.reading ? qsTr("Asking…") : model.registers ? qsTr("Fill it in for me") : qsTr("Start")
    actName: "service.start"
    actEnabled: !model.reading
    second: model.registers ? qsTr("I type it all myself") : ""
    secondName: "service.typeAll"
    secondKind: actKind
    actKind: model.registers ? "secondary" : "primary" // neither way weighs more
    onActed: model.start()
    onSeconded: model.typeAll()
    aside: Row {
        spacing: Theme.s2
        topPadding: Theme.s1
        width: parent.width
        Plate { id: sign; number: page.model.counterNumber; tone: page.model.counterColour || Theme.primary; size: Theme.mm(17) }
        Column {
            width: parent.width - sign.width - Theme.s2
            anchors.verticalCenter: parent.verticalCenter
            Txt { text: page.model.department; bold: true; width: parent.width }
            Txt {
                text: page.model.waiting ? qsTr("Counter %1 · %2").arg(page.model.counterNumber).arg(page.model.waiting) : qsTr("Counter %1").arg(page.model.counterNumber)
                role: "caption"
                color: Theme.ink2
                width: parent.width
            }
        }
    }
    Column {
        width: parent.width
        spacing: Theme.portrait ? Theme.s4 : Theme.s3
        Btn {
            objectName: "service.resume"
            visible: page.model.resumable
            kind: "quiet"
            iconName: "clock"
            text: qsTr("Go on with kept answers")
            onClicked: page.model.resume()
        }
        ChoiceCard {
            objectName: "service.reuse"
            visible: page.model.lastSaid !== ""
            width: parent.width
            mark: "check"
            text: qsTr("Reuse what I said on %1").arg(page.model.lastSaid)
            note: qsTr("You can change every answer before it is sent.")
            chosen: page.model.reuse
            onClicked: page.model.reuseChosen(!page.model.reuse)
        }
        Note {
            width: parent.width
            iconName: "registry"
            text: page.model.registers ? qsTr("May we fill in what is known already?") : ""
            detail: qsTr("%1 would read, for this application only: %2. Your consent lasts 24 hours and can be withdrawn under \"My applications\". Or type it all; then nothing is read.").arg(page.model.department).arg(page.model.registers)
        }
        Card {
            width: parent.width
            height: facts.implicitHeight + pad * 2
            pad: Theme.portrait ? Theme.s3 : Theme.s2
            visible: page.model.facts.length > 0
            Column {
                id: facts
                width: parent.width
                Repeater {
                    model: page.model.facts
                    FactRow {
                        required property var modelData
                        required property int index
                        width: facts.width
                        iconName: modelData.icon
                        label: modelData.label
                        value: modelData.value
                        last: index === page.model.facts.length - 1
                    }
                }
            }
        }
        Txt {
            role: Theme.portrait ? "h2" : "title"
            text: qsTr("What you need")
            visible: page.model.needs.length > 0
            width: parent.width
            Accessible.role: Accessible.Heading
        }
        Card {
            width: parent.width
            height: needs.implicitHeight + pad * 2
            pad: Theme.portrait ? Theme.s3 : Theme.s2
            visible: page.model.needs.length > 0
            Column {
                id: needs
                width: parent.width
                Repeater {
                    model: page.model.needs
                    FactRow {
                        required property var modelData
                        required property int index
                        width: needs.width
                        iconName: modelData.source ? "okring" : modelData.icon
                        label: modelData.source ? qsTr("Already here") : qsTr("Please have ready")
                        value: modelData.text
                        source: modelData.source || ""
                        last: index === page.model.needs.length - 1
                    }
                }
            }
        }
        Txt {
            text: page.model.law
            visible: text !== ""
            role: "caption"
            color: Theme.ink2
            width: parent.width
        }
    }
}
