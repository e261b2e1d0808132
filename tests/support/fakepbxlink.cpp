// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fakepbxlink.h"

namespace companion::test {

QFuture<Result<Done>> FakePbxLink::stop(Stop)
{
    ++stops;
    setState(LinkState::SignedOut);
    return answers.ask<Done>(this, PbxQuestion::Stop, [] { return Done{}; });
}

QFuture<Result<CallId>> FakePbxLink::dial(const QString& number)
{
    dialled.append(number);
    return answers.ask<CallId>(this, PbxQuestion::Dial, [this] { return nextCall; });
}

QFuture<Result<Done>> FakePbxLink::act(const Call& call, CallAction action, const QString&)
{
    acted.append({call.id, action});
    return answers.ask<Done>(this, PbxQuestion::Act, [] { return Done{}; });
}

QFuture<Result<QList<CallEvent>>> FakePbxLink::recordsSince(const QDateTime& since)
{
    recordsAskedSince = since;
    return answers.ask<QList<CallEvent>>(this, PbxQuestion::RecordsSince,
                                         [this] { return records; });
}

QFuture<Result<CallEvent>> FakePbxLink::recordOf(const CallId& call)
{
    return answers.ask<CallEvent>(this, PbxQuestion::RecordOf, [&]() -> Result<CallEvent> {
        for (const auto& record : records)
            if (record.call == call)
                return record;
        return Error{Error::Kind::NotFound, QStringLiteral("no record yet")};
    });
}

QFuture<Result<RecordingAudio>> FakePbxLink::recording(const QString&)
{
    return answers.ask<RecordingAudio>(this, PbxQuestion::Recording,
                                       [] { return RecordingAudio{}; });
}

QFuture<Result<PbxPhonebook>> FakePbxLink::openPhonebook(const QString&)
{
    return answers.ask<PbxPhonebook>(this, PbxQuestion::OpenPhonebook,
                                     [this] { return phonebook; });
}

QFuture<Result<QString>> FakePbxLink::saveContact(const QString&, const PbxContact& contact)
{
    return answers.ask<QString>(this, PbxQuestion::SaveContact, [&]() -> Result<QString> {
        if (!contact.id.isEmpty() && !contacts.contains(contact.id))
            return Error{Error::Kind::NotFound, QStringLiteral("gone")};
        auto kept = contact;
        if (kept.id.isEmpty())
            kept.id = QString::number(++m_lastContact);
        contacts.insert(kept.id, kept);
        return kept.id;
    });
}

QFuture<Result<Done>> FakePbxLink::removeContact(const QString& id)
{
    return answers.ask<Done>(this, PbxQuestion::RemoveContact, [&]() -> Result<Done> {
        if (contacts.remove(id))
            return Done{};
        return Error{Error::Kind::NotFound, QStringLiteral("gone")};
    });
}

} // namespace companion::test
