// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/commands.h"

#include "app/core/async.h"
#include "app/core/callmeant.h"
#include "app/core/matchplan.h"
#include "app/core/report.h"
#include "app/historycommand.h"
#include "app/settingscommand.h"
#include "ui/text/calltext.h"
#include "ui/text/errortext.h"
#include "ui/text/statustext.h"

#include <QJsonArray>
#include <QTimer>

#include <algorithm>
#include <chrono>
#include <memory>
#include <utility>

namespace companion {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

    constexpr auto answerLimit = 4500ms; // DESIGN 5: every command answers within 5 s
    constexpr auto browserLimit = 150s; // but signing in through the browser
    constexpr auto signOutLimit = 2s;

    CommandOutcome noAnswer()
    {
        return {.exit = CommandOutcome::NoAnswer,
                .err = u"There was no answer in time. See status for how things stand."_s};
    }

    //! As windows show it, without the marks that keep directions of writing apart.
    CommandOutcome unmarked(CommandOutcome outcome)
    {
        const auto isMark = [](QChar letter) {
            return letter >= QChar(0x2066) && letter <= QChar(0x2069);
        };
        outcome.out.removeIf(isMark);
        outcome.err.removeIf(isMark);
        return outcome;
    }

    //! \p reply wrapped so that it is called once, with \p late if nothing came within \p limit.
    Commands::Reply once(QObject* context, const Commands::Reply& reply,
                         std::chrono::milliseconds limit, const CommandOutcome& late = noAnswer())
    {
        auto isDone = std::make_shared<bool>(false);
        auto ending = [isDone, reply](const CommandOutcome& outcome) {
            if (!std::exchange(*isDone, true))
                reply(unmarked(outcome));
        };
        QTimer::singleShot(limit, context, [ending, late] { ending(late); });
        return ending;
    }

    std::optional<CallAction> actionOf(const QString& command)
    {
        if (command == "hangup"_L1)
            return CallAction::HangUp;
        if (command == "hold"_L1)
            return CallAction::Hold;
        if (command == "resume"_L1)
            return CallAction::Resume;
        if (command == "answer"_L1)
            return CallAction::Answer;
        if (command == "transfer"_L1)
            return CallAction::BlindTransfer;
        return {};
    }

    //! \p isWhole: everybody who was to be asked has answered.
    QString lookupLines(const PhoneNumber& number, const LookupAnswer& answer, bool isWhole)
    {
        QString lines = u"Read as: %1\n"_s.arg(number.explanation());
        for (const auto& step : answer.asked)
            lines += u"Asked: %1 (%2 API calls)\n"_s.arg(step.where).arg(step.apiCalls);
        if (answer.matches.isEmpty() && isWhole)
            lines += u"Found: nobody\n"_s;
        for (const auto& match : answer.matches) {
            const QString account = match.account.isEmpty() ? QString() : u", "_s + match.account;
            lines += u"Found: %1 (%2%3) %4\n"_s.arg(match.name, match.record.object, account,
                                                    match.url.toString());
        }
        return lines;
    }

} // namespace

Commands::Commands(Desk desk, QObject* parent) : QObject(parent), m_desk(std::move(desk)) {}

void Commands::execute(const CommandLine& line, const QString& secret, const Reply& reply)
{
    const QString& command = line.command;
    const bool needsBrowser = command == "sign-in"_L1 && line.arguments.value(0) == "salesforce"_L1;
    const auto answer =
        once(this, reply, needsBrowser ? std::chrono::milliseconds(browserLimit) : answerLimit);
    if (command.isEmpty()) {
        if (!line.isMinimized)
            Q_EMIT showRequested();
        return answer({});
    }
    if (command == "link"_L1 || command == "dial"_L1)
        return dial(line, answer);
    if (command == "note"_L1 || command == "open-record"_L1 || actionOf(command))
        return actOnCall(line, answer);
    if (command == "status"_L1)
        return answer(status(line));
    if (command == "calls"_L1)
        return answer(calls(line));
    if (command == "history"_L1)
        return answer(printHistory(line, m_desk.store, m_desk.settings.settings()));
    if (command == "lookup"_L1)
        return lookUp(line, answer);
    if (command == "diagnose"_L1)
        return answer(diagnose(line));
    if (command == "sign-in"_L1)
        return signIn(line, secret, answer);
    if (command == "sign-out"_L1)
        return signOut(line, answer);
    if (command == "settings"_L1)
        return answer(executeSettings(line, m_desk.settings));
    if (command == "quit"_L1) {
        answer({});
        QTimer::singleShot(0, this, &Commands::quitRequested);
        return;
    }
    answer({.exit = CommandOutcome::Usage,
            .err = u"There is no command “%1”. See --help."_s.arg(command)});
}

void Commands::dial(const CommandLine& line, const Reply& reply)
{
    const QString& what = line.arguments.constFirst();
    if (line.command == "link"_L1) {
        const auto taken = m_desk.dialling.openLink(what);
        return reply(
            taken ? CommandOutcome{}
                  : CommandOutcome::refused(text::sentence(taken.error(), text::Place::Dialling)));
    }
    const auto request = readDialRequest(what);
    const QString hint =
        request && !request->suffix.isEmpty() ? text::extensionHint(request->suffix) : QString();
    async::onReady(
        m_desk.dialling.dial(what), this,
        [reply, hint, json = line.wantsJson](const Result<CallId>& id) {
            if (!id)
                return reply(
                    CommandOutcome::refused(text::sentence(id.error(), text::Place::Dialling)));
            reply({.out = json ? jsonText(QJsonObject{{u"id"_s, *id}}) : *id + u'\n', .err = hint});
        });
}

std::optional<CallId> Commands::callMeant(const CommandLine& line) const
{
    const auto given = line.options.constFind(u"call"_s);
    const auto named = given == line.options.cend() ? std::nullopt : std::optional(*given);
    auto cards = m_desk.calls.cards();
    if (const auto* pbx = m_desk.pbx())
        for (auto& card : cards)
            card.actions = pbx->actionsFor(card.call);
    return planCallMeant(named, actionOf(line.command), cards);
}

void Commands::actOnCall(const CommandLine& line, const Reply& reply)
{
    const auto id = callMeant(line);
    if (!id)
        return reply(CommandOutcome::refused(u"There is no call."_s));
    const auto known = m_desk.calls.row(*id); // of the history too: its card may have gone
    if (!known)
        return reply(CommandOutcome::refused(
            u"There is no call with this id. See calls for those there are."_s));
    if (line.command == "note"_L1) {
        m_desk.calls.editNote(*id, line.arguments.constFirst());
        return reply({});
    }
    if (line.command == "open-record"_L1)
        return openRecord(*known, reply);
    transferOrAct(known->call, *actionOf(line.command), line.arguments.value(0), reply);
}

void Commands::openRecord(const HistoryRow& row, const Reply& reply)
{
    const auto opened = m_desk.calls.openRecord(row.call.id);
    if (opened)
        return reply({});
    if (opened.error().kind == Error::Kind::Unauthorized)
        return reply(CommandOutcome::refused(text::sentence(opened.error(), text::Place::Lookup)));
    reply(CommandOutcome::refused(
        row.crm == CrmState::Several
            ? u"Several records have this number. Choose one in the card or in the history first."_s
            : u"No record is known for this call."_s));
}

void Commands::transferOrAct(const Call& call, CallAction action, const QString& target,
                             const Reply& reply)
{
    if (call.isOver())
        return reply(CommandOutcome::refused(u"This call is over."_s));
    auto* pbx = m_desk.pbx();
    const auto possible = pbx ? pbx->actionsFor(call) : QSet<CallAction>{};
    // Hanging up a call that only rings is declining it.
    if (action == CallAction::HangUp && !possible.contains(action)
        && possible.contains(CallAction::Decline))
        action = CallAction::Decline;
    if (!possible.contains(action))
        return reply(CommandOutcome::refused(u"The PBX cannot do this with this call now."_s));
    QString number = target;
    if (action == CallAction::BlindTransfer) {
        const auto request = readDialRequest(target);
        if (!request)
            return reply(
                CommandOutcome::refused(text::sentence(request.error(), text::Place::Dialling)));
        number = m_desk.dialling.dialStringFor(*request);
    }
    async::onReady(m_desk.calls.act(call.id, action, number), this,
                   [reply](const Result<Done>& done) {
                       reply(done ? CommandOutcome{}
                                  : CommandOutcome::refused(
                                      text::sentence(done.error(), text::Place::CallControl)));
                   });
}

void Commands::lookUp(const CommandLine& line, const Reply& reply)
{
    const auto number =
        PhoneNumber::read(line.arguments.constFirst(), m_desk.settings.settings().numbers);
    const auto answerWith = [this, number, reply, json = line.wantsJson](const LookupAnswer& answer,
                                                                         const QString& why) {
        const auto chosen = planChoice(answer.matches, m_desk.memory.chosenFor(number.key()),
                                       m_desk.settings.settings());
        const auto exit = why.isEmpty() ? CommandOutcome::Done : CommandOutcome::Refused;
        reply({.exit = exit,
               .out = json ? jsonText(lookupToJson(number, answer, chosen))
                           : lookupLines(number, answer, why.isEmpty()),
               .err = why});
    };
    if (!number.isLookupWorthy())
        return answerWith({}, {});
    async::onReady(m_desk.lookup.lookUp(number), this,
                   [reply, answerWith](const Result<LookupAnswer>& answer) {
                       if (answer)
                           return answerWith(*answer, {});
                       const auto why = text::sentence(answer.error(), text::Place::Lookup);
                       if (answer.error().kind != Error::Kind::Unauthorized)
                           return reply(CommandOutcome::refused(why));
                       answerWith({}, why); // how the number is read can be said without Salesforce
                   });
}

void Commands::signOut(const CommandLine& line, const Reply& reply)
{
    const bool isPbx = line.arguments.constFirst() == "pbx"_L1;
    // Signed out here, whatever the server says, and whether it says anything.
    const auto answer = once(this, reply, signOutLimit, {});
    async::onReady(isPbx ? m_desk.signIn.signOutPbx() : m_desk.signIn.signOutCrm(), this,
                   [answer](const Result<Done>&) { answer({}); });
}

CommandOutcome Commands::status(const CommandLine& line) const
{
    const auto* pbx = m_desk.pbx();
    StatusReport report{.profile = m_desk.profile,
                        .pbx = pbx ? pbx->status() : PbxStatus{},
                        .crm = m_desk.crm.status(),
                        .pbxDetail = {},
                        .crmDetail = {},
                        .integrationEnabled = m_desk.settings.settings().integrationEnabled,
                        .calls = m_desk.calls.activeCount(),
                        .journalPending = m_desk.journal.pendingCount()};
    report.pbxDetail = text::statusSentence(report.pbx);
    report.crmDetail = text::statusSentence(report.crm);
    if (line.wantsJson)
        return {.out = jsonText(statusToJson(report))};
    const QString budget = report.crm.apiMax > 0
        ? u"%1 of %2 in 24 hours"_s.arg(report.crm.apiUsed).arg(report.crm.apiMax)
        : u"not known yet"_s;
    return {
        .out =
            u"Integration: %1\nPBX: %2. %3\nSalesforce: %4. %5\nAPI requests: %6\nCalls: %7\nLog entries waiting: %8\n"_s
                .arg(integrationText(report.integrationEnabled, report.crm.state),
                     toText(report.pbx.state), report.pbxDetail, toText(report.crm.state),
                     report.crmDetail, budget)
                .arg(report.calls)
                .arg(report.journalPending)};
}

CommandOutcome Commands::calls(const CommandLine& line) const
{
    QJsonArray array;
    QString lines;
    const auto cards = m_desk.calls.cards();
    for (const auto& card : cards) {
        const auto object = callToJson(card, m_desk.settings.settings());
        array.append(object);
        lines += u"%1  %2  %3  %4  %5\n"_s.arg(
            card.call.id, toText(card.call.direction), toText(card.call.phase),
            object.value("remoteNumber"_L1).toString(),
            card.chosenMatch() ? card.chosenMatch()->name
                               : object.value("remoteName"_L1).toString());
    }
    return {.out = line.wantsJson ? jsonText(array) : lines};
}

CommandOutcome Commands::diagnose(const CommandLine& line) const
{
    const QString path = line.options.value(u"report"_s);
    if (!path.isEmpty()) {
        const auto written =
            m_desk.writeReport(path, line.options.contains(u"with-personal-data"_s));
        if (!written)
            return CommandOutcome::refused(written.error().detail);
    }
    const auto found = m_desk.diagnosis();
    if (line.wantsJson)
        return {.out = jsonText(found)};
    QString lines;
    const auto checks = found.value("checks"_L1).toArray();
    for (const auto& check : checks)
        lines +=
            u"[%1] %2: %3 %4\n"_s.arg(check["state"_L1].toString(), check["title"_L1].toString(),
                                      check["text"_L1].toString(), check["advice"_L1].toString());
    return {.out = lines};
}

} // namespace companion
