// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/ui/gallery/gallery.h"
#include "ui/card/callcardwidget.h"

#include <QToolButton>
#include <QVBoxLayout>

namespace companion::gallery {

using namespace Qt::StringLiterals;

namespace {

    QDateTime now()
    {
        return QDateTime::currentDateTime();
    }

    CrmMatch person(const QString& object, const QString& id, const QString& name,
                    const QString& account)
    {
        return {.record = {.object = object, .id = id},
                .name = name,
                .account = account,
                .accountId = account.isEmpty() ? QString() : QString(u"001"_s + account.left(4)),
                .owner = u"Maja Lindqvist"_s,
                .lastActivity = now().addDays(-3)};
    }

    CallCard ringing()
    {
        CallCard card;
        card.call = {.id = u"1"_s,
                     .remoteNumber = u"+14155550101"_s,
                     .extension = u"1001"_s,
                     .queue = u"Support"_s,
                     .startedAt = now().addSecs(-7)};
        card.number = u"+1 415-555-0101"_s;
        card.actions = {CallAction::HangUp};
        return card;
    }

    CallCard known()
    {
        auto card = ringing();
        auto match = person(u"Contact"_s, u"003A"_s, u"Anna Bergström"_s, u"Nordwind Energi AB"_s);
        match.title = u"Head of Purchasing"_s;
        card.matches = {match};
        card.chosen = match.record;
        card.crm = CrmState::Found;
        return card;
    }

    CallCard talking()
    {
        auto card = known();
        card.call.phase = CallPhase::Connected;
        card.call.answeredAt = now().addSecs(-65);
        card.recordOpenedAt = now().addSecs(-60);
        card.actions = {CallAction::HangUp,
                        CallAction::Hold,
                        CallAction::Mute,
                        CallAction::BlindTransfer,
                        CallAction::AttendedTransfer,
                        CallAction::AddParticipant};
        card.outcomes = {u"Interested"_s, u"Call again"_s, u"Not interested"_s};
        card.note = u"Wants the offer for 40 seats by Friday."_s;
        return card;
    }

    CallCard ended(CallResult result)
    {
        auto card = known();
        card.call.phase = CallPhase::Ended;
        card.call.result = result;
        card.call.endedAt = now();
        card.actions = {};
        card.closesSoon = true;
        return card;
    }

    Exhibit exhibit(const QString& name, const std::function<CallCard()>& make)
    {
        return {u"card-"_s + name, [make]() -> std::unique_ptr<QWidget> {
                    auto widget = std::make_unique<CallCardWidget>();
                    widget->setColleagues({{.number = u"1002"_s, .name = u"Sofia Rossi"_s}});
                    widget->setCard(make(), now());
                    return widget;
                }};
    }

    QList<Exhibit> ringingCards()
    {
        return {
            exhibit(u"ringing-searching"_s,
                    [] {
                        auto card = ringing();
                        card.crm = CrmState::Searching;
                        card.call.remoteName = u"Nordwind"_s;
                        return card;
                    }),
            exhibit(u"ringing-still-searching"_s,
                    [] {
                        auto card = ringing();
                        card.crm = CrmState::Searching;
                        card.stillSearching = true;
                        return card;
                    }),
            exhibit(u"ringing-found"_s, known),
            exhibit(
                u"ringing-lead"_s,
                [] {
                    auto card = ringing();
                    auto match = person(u"Lead"_s, u"00Q1"_s, u"Łukasz Wójcik"_s,
                                        u"Młyn Kraków sp. z o.o."_s);
                    match.doNotCall = true;
                    card.matches = {match, person(u"Contact"_s, u"0032"_s, u"Ewa Wójcik"_s, {})};
                    card.chosen = match.record;
                    card.crm = CrmState::Found;
                    card.actions = {CallAction::Answer, CallAction::Decline};
                    return card;
                }),
            exhibit(u"ringing-several"_s,
                    [] {
                        auto card = ringing();
                        card.crm = CrmState::Several;
                        card.matches = {person(u"Contact"_s, u"0031"_s, u"Anna Bergström"_s,
                                               u"Nordwind Energi AB"_s),
                                        person(u"Lead"_s, u"00Q1"_s, u"A. Bergstrom"_s,
                                               u"Bergstrom Consulting"_s),
                                        person(u"Account"_s, u"0019"_s, u"Harbour Hotel"_s, {})};
                        return card;
                    }),
            exhibit(u"ringing-shared"_s,
                    [] {
                        auto card = ringing();
                        card.crm = CrmState::Several;
                        for (int index = 0; index < 7; ++index)
                            card.matches.append(person(u"Contact"_s, u"003%1"_s.arg(index),
                                                       u"Colleague Number %1"_s.arg(index + 1),
                                                       u"Nordwind Energi AB"_s));
                        return card;
                    }),
            exhibit(u"ringing-unknown"_s,
                    [] {
                        auto card = ringing();
                        card.crm = CrmState::Unknown;
                        card.canCreate = true;
                        return card;
                    }),
            exhibit(u"ringing-failed"_s,
                    [] {
                        auto card = ringing();
                        card.crm = CrmState::Failed;
                        card.problem =
                            Error{.kind = Error::Kind::Offline, .detail = u"timed out"_s};
                        return card;
                    }),
            exhibit(u"ringing-signed-out"_s,
                    [] {
                        auto card = ringing();
                        card.why = Reason::CrmSignedOut;
                        card.call.remoteName = u"Bob Jensen"_s;
                        return card;
                    }),
            exhibit(u"ringing-withheld"_s,
                    [] {
                        auto card = ringing();
                        card.call.isWithheld = true;
                        card.number.clear();
                        card.why = Reason::OwnOrWithheldNumber;
                        return card;
                    }),
        };
    }

    QList<Exhibit> talkingCards()
    {
        return {
            exhibit(u"talking"_s, talking),
            exhibit(u"talking-refused"_s,
                    [] {
                        auto card = talking();
                        card.actionProblem =
                            Error{.kind = Error::Kind::Rejected, .detail = {}, .code = u"70132"_s};
                        card.doNotLog = true;
                        return card;
                    }),
            exhibit(u"held"_s,
                    [] {
                        auto card = talking();
                        card.call.phase = CallPhase::Held;
                        card.actions = {CallAction::HangUp, CallAction::Resume,
                                        CallAction::CompleteTransfer, CallAction::AbortTransfer};
                        card.consulted = u"1002"_s;
                        card.note.clear();
                        return card;
                    }),
            exhibit(u"conference"_s,
                    [] {
                        auto card = talking();
                        card.call.participants = {u"1002"_s, u"+14155550133"_s};
                        return card;
                    }),
            exhibit(u"dialling"_s,
                    [] {
                        auto card = known();
                        card.call.phase = CallPhase::Dialling;
                        card.call.direction = CallDirection::Outbound;
                        card.call.queue.clear();
                        return card;
                    }),
            exhibit(u"internal"_s,
                    [] {
                        auto card = ringing();
                        card.call.direction = CallDirection::Internal;
                        card.call.queue.clear();
                        card.call.remoteName = u"Jonas Weber"_s;
                        card.number = u"1003"_s;
                        card.why = Reason::OwnOrWithheldNumber;
                        return card;
                    }),
            exhibit(u"missed"_s,
                    [] {
                        auto card = ended(CallResult::Missed);
                        card.journal = JournalState::Written;
                        return card;
                    }),
            exhibit(u"answered-elsewhere"_s,
                    [] {
                        auto card = ended(CallResult::AnsweredElsewhere);
                        card.call.answeredBy = u"1003"_s;
                        return card;
                    }),
            exhibit(u"failed"_s,
                    [] {
                        auto card = ended(CallResult::Failed);
                        card.call.failure = u"486 Busy Here"_s;
                        card.call.direction = CallDirection::Outbound;
                        return card;
                    }),
            exhibit(u"ended-with-note"_s,
                    [] {
                        auto card = talking();
                        card.call.phase = CallPhase::Ended;
                        card.call.result = CallResult::Answered;
                        card.call.talkSeconds = 3725;
                        card.outcome = u"Interested"_s;
                        card.actions = {};
                        card.journal = JournalState::Queued;
                        return card;
                    }),
        };
    }

    QList<Exhibit> hostileCards()
    {
        const auto named = [](const QString& name) {
            auto card = known();
            card.matches[0].name = name;
            card.matches[0].account = name + name;
            return card;
        };
        return {
            exhibit(u"name-arabic"_s, [named] { return named(u"محمد بن عبد الله الأحمد"_s); }),
            exhibit(u"name-cjk"_s, [named] { return named(u"山田太郎"_s); }),
            exhibit(u"name-emoji"_s,
                    [named] { return named(u"👩‍👩‍👧 Família 🎉🎉"_s); }),
            exhibit(
                u"name-long"_s,
                [named] { return named(u"Wolfeschlegelsteinhausenbergerdorff "_s.repeated(40)); }),
            exhibit(u"name-markup"_s,
                    [named] { return named(u"<b>Bold</b> <img src=x> & Söhne\nsecond line"_s); }),
            exhibit(u"name-marks"_s,
                    [named] {
                        return named(u"Z"_s + QString(60, QChar(0x0351)) + u"algo"_s
                                     + QString(30, QChar(0x200b)));
                    }),
        };
    }

    //! As the stack puts them on the screen, the oldest in the corner.
    std::unique_ptr<QWidget> stack()
    {
        auto screen = std::make_unique<QWidget>();
        auto* column = new QVBoxLayout(screen.get());
        column->setSpacing(8);
        for (const auto& made : {ended(CallResult::Missed), talking(), known(), ringing()}) {
            auto* card = new CallCardWidget;
            card->setCard(made, now());
            card->setParent(screen.get(), Qt::Widget);
            column->addWidget(card);
            card->setFocusPolicy(Qt::NoFocus);
        }
        column->addStretch();
        return screen;
    }

    QList<Exhibit> others()
    {
        return {{u"card-stack"_s, stack},
                {u"card-transfer"_s, []() -> std::unique_ptr<QWidget> {
                     auto widget = std::make_unique<CallCardWidget>();
                     widget->setColleagues({{.number = u"1002"_s,
                                             .name = u"Jonas Weber"_s,
                                             .line = Colleague::Line::Idle},
                                            {.number = u"1003"_s,
                                             .name = u"Sofia Rossi"_s,
                                             .line = Colleague::Line::Busy},
                                            {.number = u"1004"_s,
                                             .name = u"Liam O’Brien"_s,
                                             .line = Colleague::Line::Ringing},
                                            {.number = u"1005"_s,
                                             .name = u"Chen Wei"_s,
                                             .line = Colleague::Line::Offline}});
                     auto card = talking();
                     card.note.clear();
                     widget->setCard(card, now());
                     widget->show();
                     widget->findChild<QToolButton*>(u"noteToggle"_s)->click();
                     widget->findChild<QToolButton*>(u"transfer"_s)->click();
                     return widget;
                 }}};
    }

    const AddRoom ringingRoom(ringingCards);
    const AddRoom talkingRoom(talkingCards);
    const AddRoom hostileRoom(hostileCards);
    const AddRoom otherRoom(others);

} // namespace

} // namespace companion::gallery
