// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/core/callmeant.h"

#include <QTest>

using namespace companion;
using namespace Qt::StringLiterals;

namespace {

//! "c1 held resume": a call, its phase, and what can be done with it.
CallCard cardOf(const QString& text)
{
    static const QHash<QString, CallPhase> phases{{u"ringing"_s, CallPhase::Ringing},
                                                  {u"dialling"_s, CallPhase::Dialling},
                                                  {u"talking"_s, CallPhase::Connected},
                                                  {u"held"_s, CallPhase::Held},
                                                  {u"over"_s, CallPhase::Ended}};
    static const QHash<QString, CallAction> actions{{u"answer"_s, CallAction::Answer},
                                                    {u"hold"_s, CallAction::Hold},
                                                    {u"resume"_s, CallAction::Resume},
                                                    {u"hangup"_s, CallAction::HangUp}};
    const auto words = text.split(u' ');
    CallCard card{.call = {.id = words.at(0)}};
    Q_ASSERT(phases.contains(words.at(1)));
    card.call.phase = phases.value(words.at(1));
    for (const auto& word : words.mid(2)) {
        Q_ASSERT(actions.contains(word));
        card.actions.insert(actions.value(word));
    }
    return card;
}

} // namespace

class TestCallMeant : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void commandMeansOneCall_data()
    {
        using Action = std::optional<CallAction>;
        QTest::addColumn<QString>("named");
        QTest::addColumn<Action>("action");
        QTest::addColumn<QStringList>("calls"); // oldest first
        QTest::addColumn<QString>("meant");
        const auto row = [](const char* name, const Action& action, const QStringList& calls,
                            const QString& meant, const QString& named = {}) {
            QTest::newRow(name) << named << action << calls << meant;
        };
        const Action note; // and open-record
        row("no call", note, {}, {});
        row("the only one", note, {u"a ringing"_s}, u"a"_s);
        row("talking before ringing", note, {u"a ringing"_s, u"b talking"_s}, u"b"_s);
        row("ringing before dialling", note, {u"a dialling"_s, u"b ringing"_s}, u"b"_s);
        row("dialling before held", note, {u"a held"_s, u"b dialling"_s}, u"b"_s);
        row("held before ended", note, {u"a held"_s, u"b over"_s}, u"a"_s);
        row("of two that ring the first", note, {u"a ringing"_s, u"b ringing"_s}, u"a"_s);
        row("of those that are over the latest", note, {u"a over"_s, u"b over"_s}, u"b"_s);
        row("over, then alive, then over", note, {u"a over"_s, u"b held"_s, u"c over"_s}, u"b"_s);
        row("named", note, {u"a talking"_s, u"b held"_s}, u"b"_s, u"b"_s);
        row("named, of the history", note, {u"a talking"_s}, u"z"_s, u"z"_s);

        const QStringList heldOneTalkedOn{u"a held resume hangup"_s, u"b talking hold hangup"_s};
        row("resume the held one", CallAction::Resume, heldOneTalkedOn, u"a"_s);
        row("hang up the one talked on", CallAction::HangUp, heldOneTalkedOn, u"b"_s);
        row("hold the one talked on", CallAction::Hold, heldOneTalkedOn, u"b"_s);
        row("resume by name what cannot be", CallAction::Resume, heldOneTalkedOn, u"b"_s, u"b"_s);
        row("answer what rings during a talk", CallAction::Answer,
            {u"a talking hold"_s, u"b ringing answer"_s}, u"b"_s);
        const QStringList severalHeld{u"a held resume hangup"_s, u"b held resume hangup"_s};
        row("of several held ones the first is resumed", CallAction::Resume, severalHeld, u"a"_s);
        row("and the first is hung up", CallAction::HangUp, severalHeld, u"a"_s);
        row("and the first is noted on", note, severalHeld, u"a"_s);
        row("of several held ones the one named", CallAction::Resume, severalHeld, u"b"_s, u"b"_s);
        row("of several held ones the first that can be", CallAction::Resume,
            {u"a held hangup"_s, u"b held resume"_s, u"c held resume"_s}, u"b"_s);
        row("of several held ones during a talk the first", CallAction::Resume,
            {u"a talking hold"_s, u"b held resume"_s, u"c held resume"_s}, u"b"_s);
        row("nothing can be resumed", CallAction::Resume, {u"a talking hold"_s, u"b ringing"_s},
            u"a"_s);
        row("what is over cannot be answered", CallAction::Answer,
            {u"a talking"_s, u"b over answer"_s}, u"a"_s);
        // Regression: hold fell on a call that was not the current one.
        row("hold never looks elsewhere", CallAction::Hold, {u"a held hold"_s, u"b talking"_s},
            u"b"_s);
        row("nor does transfer", CallAction::BlindTransfer, {u"a held"_s, u"b ringing"_s}, u"b"_s);
    }

    void commandMeansOneCall()
    {
        QFETCH(const QString, named);
        QFETCH(const std::optional<CallAction>, action);
        QFETCH(const QStringList, calls);
        QList<CallCard> cards;
        for (const auto& call : calls)
            cards.append(cardOf(call));
        const auto meant =
            planCallMeant(named.isEmpty() ? std::nullopt : std::optional(named), action, cards);
        QTEST(meant.value_or(QString()), "meant");
        QCOMPARE(meant.has_value(), !named.isEmpty() || !calls.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestCallMeant)
#include "tst_callmeant.moc"
