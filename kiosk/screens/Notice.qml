// The whole privacy notice, in plain words.
pragma ComponentBehavior: Bound
import QtQuick
import "style"

Page {
    id: page
    required property var model
    required property url art
    readonly property var parts: [
        [qsTr("What we use"), qsTr("Your identity number, the answers you give, and, only if you choose it, a picture of your face at this moment.")],
        [qsTr("Why"), qsTr("To know that you are you, and to carry your application to the department you choose. For nothing else.")],
        [qsTr("Your face"), qsTr("The picture is turned into numbers and compared on this machine. It never leaves it. The picture is deleted right after the comparison, whatever the result. What was stored when you were enrolled is encrypted and can be erased at your request.")],
        [qsTr("Your answers"), qsTr("They go to the department of the service and to nobody else. Registries that fill in answers for you record who read what, when and why; you may ask to see it.")],
        [qsTr("It is your choice"), qsTr("You may always use another way and get the same services. You may stop at any time. If you withdraw, what was done before stays valid.")],
        [qsTr("Children"), qsTr("The face of a person under 14 is used only if a guardian agrees.")],
        [qsTr("When you leave"), qsTr("Everything of your visit is wiped from this terminal within seconds. What you sent stays with the department.")],
        [qsTr("Your rights"), qsTr("You may see, correct, copy and erase your data, and complain. Ask a member of staff or the service hotline 12345.")]
    ]

    title: qsTr("How we use your data")
    lead: qsTr("The whole notice. It takes about two minutes to read.")
    showSteps: false
    split: 0.34
    Column {
        width: parent.width
        spacing: Theme.s3
        Repeater {
            model: page.parts
            Column {
                id: part
                required property var modelData
                width: parent.width
                spacing: Theme.s1
                Txt { role: "title"; text: part.modelData[0]; width: parent.width; Accessible.role: Accessible.Heading }
                Txt { text: part.modelData[1]; width: parent.width }
            }
        }
    }
}
