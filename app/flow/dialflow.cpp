// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/flow/dialflow.h"

#include "app/core/async.h"
#include "app/core/logging.h"

#include <algorithm>
#include <memory>
#include <utility>

namespace companion {

using namespace Qt::StringLiterals;

namespace {

    constexpr int maxEarlierCalls = 20; // whose numbers end alike

} // namespace

DialFlow::DialFlow(CallFlow& calls, Phonebook& phonebook, CallStore& store, QObject* parent)
    : DialFlow(calls, phonebook, store, DialTiming{}, parent)
{}

DialFlow::DialFlow(CallFlow& calls, Phonebook& phonebook, CallStore& store,
                   const DialTiming& timing, QObject* parent)
    : QObject(parent), m_calls(calls), m_phonebook(phonebook), m_store(store), m_timing(timing)
{
    m_waitLimit.setSingleShot(true);
    m_signedOutLimit.setSingleShot(true);
    connect(&m_waitLimit, &QTimer::timeout, this, &DialFlow::giveUpLinks);
    connect(&m_signedOutLimit, &QTimer::timeout, this, &DialFlow::giveUpLinks);
}

void DialFlow::setPbx(PbxLink* pbx)
{
    if (m_pbx)
        m_pbx->disconnect(this);
    m_pbx = pbx;
    if (!pbx)
        return;
    connect(pbx, &PbxLink::statusChanged, this, &DialFlow::onPbxStatus);
    onPbxStatus(pbx->status());
}

bool DialFlow::isConnected() const
{
    return m_pbx && m_pbx->status().state == LinkState::Connected;
}

void DialFlow::setSettings(const Settings& settings)
{
    m_settings = settings;
}

QString DialFlow::dialStringFor(const DialRequest& request) const
{
    return dialString(PhoneNumber::read(request.number, m_settings.numbers), m_settings.numbers);
}

QFuture<Result<CallId>> DialFlow::dial(const QString& text)
{
    const auto request = readDialRequest(text);
    if (!request)
        return async::ready<CallId>(request.error());
    const QString number = dialStringFor(*request);
    if (number.isEmpty())
        return async::ready<CallId>(Error{Error::Kind::Rejected, u"not a number"_s});
    if (!isConnected())
        return async::ready<CallId>(
            Error{Error::Kind::Unauthorized, u"not signed in to the PBX"_s});
    auto promise = std::make_shared<async::Promise<CallId>>();
    m_calls.beginDialling();
    async::onReady(m_pbx->dial(number), this, [this, promise, number](const Result<CallId>& id) {
        if (id)
            m_calls.expectOutgoing(*id, number);
        m_calls.endDialling();
        promise->finish(id);
    });
    return promise->future();
}

Result<Done> DialFlow::openLink(const QString& uri)
{
    const auto request = readDialRequest(uri);
    if (!request)
        return request.error();
    if (isConnected()) {
        decide(*request);
        return Done{};
    }
    m_waiting.append(*request);
    m_waitLimit.start(m_timing.connecting);
    onPbxStatus(m_pbx ? m_pbx->status() : PbxStatus{});
    return Done{};
}

void DialFlow::onPbxStatus(const PbxStatus& status)
{
    if (m_waiting.isEmpty())
        return;
    switch (status.state) {
    case LinkState::Connected: {
        m_waitLimit.stop();
        m_signedOutLimit.stop();
        const auto links = std::exchange(m_waiting, {});
        for (const auto& link : links)
            decide(link);
        return;
    }
    case LinkState::SignedOut:
        if (!m_signedOutLimit.isActive())
            m_signedOutLimit.start(m_timing.signedOut);
        return;
    case LinkState::Failed:
        m_signedOutLimit.start(0); // nothing comes by itself; but openLink() answers first
        return;
    case LinkState::Connecting:
    case LinkState::Reconnecting:
        m_signedOutLimit.stop();
        return;
    }
}

void DialFlow::giveUpLinks()
{
    m_waitLimit.stop();
    m_signedOutLimit.stop();
    const auto links = std::exchange(m_waiting, {});
    for (const auto& link : links)
        Q_EMIT dialFailed(link.number,
                          Error{Error::Kind::Unauthorized, u"not signed in to the PBX"_s});
}

bool DialFlow::isKnown(const PhoneNumber& number) const
{
    if (number.kind() == PhoneNumber::Kind::Extension
        || !m_phonebook.byNumber(number, m_settings.numbers).isEmpty())
        return true;
    const auto earlier = m_store.history({.limit = maxEarlierCalls, .number = number.digits()});
    return std::any_of(earlier.cbegin(), earlier.cend(), [&](const HistoryRow& row) {
        return number.matches(row.call.remoteNumber, m_settings.numbers);
    });
}

bool DialFlow::isDoNotCall(const QString& number) const
{
    const auto entries =
        m_phonebook.byNumber(PhoneNumber::read(number, m_settings.numbers), m_settings.numbers);
    return std::any_of(entries.cbegin(), entries.cend(),
                       [](const PhonebookEntry& entry) { return entry.match.doNotCall; });
}

void DialFlow::decide(const DialRequest& request)
{
    const auto number = PhoneNumber::read(request.number, m_settings.numbers);
    const bool doNotCall = isDoNotCall(request.number);
    bool ask = doNotCall || !request.isPlain;
    switch (m_settings.confirmLinks) {
    case ConfirmLinks::Always:
        ask = true;
        break;
    case ConfirmLinks::Unknown:
        ask = ask || !isKnown(number);
        break;
    case ConfirmLinks::Never:
        ask = doNotCall;
        break;
    }
    if (ask)
        Q_EMIT confirmRequested(request, doNotCall);
    else
        confirm(request);
}

void DialFlow::confirm(const DialRequest& request)
{
    const QString number = request.number;
    async::onReady(dial(number), this, [this, number](const Result<CallId>& id) {
        if (!id)
            Q_EMIT dialFailed(number, id.error());
    });
}

} // namespace companion
