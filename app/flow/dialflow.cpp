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

    Error signedOut()
    {
        return {Error::Kind::Unauthorized, u"not signed in to the PBX"_s, u"signed_out"_s};
    }

} // namespace

DialFlow::DialFlow(CallFlow& calls, LookupFlow& lookup, Phonebook& phonebook, CallStore& store,
                   QObject* parent)
    : DialFlow(calls, lookup, phonebook, store, DialTiming{}, parent)
{}

DialFlow::DialFlow(CallFlow& calls, LookupFlow& lookup, Phonebook& phonebook, CallStore& store,
                   const DialTiming& timing, QObject* parent)
    : QObject(parent)
    , m_calls(calls)
    , m_lookup(lookup)
    , m_phonebook(phonebook)
    , m_store(store)
    , m_timing(timing)
    , m_starting(timing.signedOut)
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
    auto promise = std::make_shared<async::Promise<CallId>>();
    findOut(*request, [this, request = *request, promise](const Callee& callee) {
        if (!callee.isDoNotCall)
            return place(request, promise);
        promise->finish(Error{.kind = Error::Kind::Rejected,
                              .detail = u"asked not to be called"_s,
                              .code = u"DO_NOT_CALL"_s});
        Q_EMIT confirmRequested(request, true);
    });
    return promise->future();
}

void DialFlow::place(const DialRequest& request,
                     const std::shared_ptr<async::Promise<CallId>>& promise)
{
    const QString number = dialStringFor(request);
    if (number.isEmpty())
        return promise->finish(Error{Error::Kind::Rejected, u"not a number"_s, u"not_a_number"_s});
    if (m_pbx && m_pbx->status().state == LinkState::Reconnecting)
        return promise->finish(Error{Error::Kind::Offline, u"the PBX is not connected"_s});
    if (!isConnected())
        return promise->finish(
            Error{Error::Kind::Unauthorized, u"not signed in to the PBX"_s, u"signed_out"_s});
    m_calls.beginDialling();
    async::onReady(m_pbx->dial(number), this,
                   [this, promise, number, extension = request.suffix](const Result<CallId>& id) {
                       if (id)
                           m_calls.expectOutgoing(*id, number, extension);
                       m_calls.endDialling();
                       promise->finish(id);
                       if (id && !extension.isEmpty())
                           Q_EMIT extensionLeft(extension);
                   });
}

void DialFlow::findOut(const DialRequest& request, const std::function<void(const Callee&)>& then)
{
    const auto number = PhoneNumber::read(request.number, m_settings.numbers);
    const auto entries = m_phonebook.byNumber(number, m_settings.numbers);
    Callee callee{.isKnown = number.kind() == PhoneNumber::Kind::Extension || !entries.isEmpty()
                      || wasCalledBefore(number),
                  .isDoNotCall =
                      std::any_of(entries.cbegin(), entries.cend(),
                                  [](const PhonebookEntry& one) { return one.match.doNotCall; })};
    if (!entries.isEmpty() || !number.isLookupWorthy() || !m_lookup.mayAsk() || !isConnected())
        return then(callee);
    // The call will ask whose number this is in any case: asked now, it costs nothing more.
    auto isDone = std::make_shared<bool>(false);
    const auto finish = [isDone, then](const Callee& found) {
        if (!std::exchange(*isDone, true))
            then(found);
    };
    QTimer::singleShot(m_timing.findingOut, this, [finish, callee] { finish(callee); });
    async::onReady(m_lookup.lookUp(number, LookupFlow::Ask::BeforeDialling), this,
                   [finish, callee](const Result<LookupAnswer>& answer) mutable {
                       const auto matches = answer ? answer->matches : QList<CrmMatch>();
                       callee.isKnown = callee.isKnown || !matches.isEmpty();
                       callee.isDoNotCall =
                           std::any_of(matches.cbegin(), matches.cend(),
                                       [](const CrmMatch& match) { return match.doNotCall; });
                       finish(callee);
                   });
}

Result<Done> DialFlow::openLink(const QString& uri)
{
    const auto request = readDialRequest(uri);
    if (!request)
        return refuse(uri, request.error());
    if (isConnected()) {
        decide(*request);
        return Done{};
    }
    if (!mayBecomeConnected())
        return refuse(request->number, signedOut());
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
        return giveUpLinks(); // nothing comes by itself
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
        (void)refuse(link.number, signedOut());
}

Error DialFlow::refuse(const QString& number, const Error& error)
{
    Q_EMIT dialFailed(number, error);
    return error;
}

bool DialFlow::mayBecomeConnected() const
{
    const auto state = m_pbx ? m_pbx->status().state : LinkState::SignedOut;
    if (state == LinkState::SignedOut)
        return !m_starting.hasExpired();
    return state != LinkState::Failed;
}

bool DialFlow::wasCalledBefore(const PhoneNumber& number) const
{
    if (number.digits().isEmpty())
        return false;
    const auto earlier = m_store.history({.limit = maxEarlierCalls, .number = number.digits()});
    return std::any_of(earlier.cbegin(), earlier.cend(), [&](const HistoryRow& row) {
        return number.matches(row.call.remoteNumber, m_settings.numbers);
    });
}

void DialFlow::decide(const DialRequest& request)
{
    findOut(request, [this, request](const Callee& callee) {
        // A code may forward the phone or hide its number: never by a page's word alone.
        bool ask = callee.isDoNotCall || isFeatureCode(request);
        switch (m_settings.confirmLinks) {
        case ConfirmLinks::Always:
            ask = true;
            break;
        case ConfirmLinks::Unknown:
            ask = ask || !request.isPlain || !callee.isKnown;
            break;
        case ConfirmLinks::Never:
            break;
        }
        if (ask)
            Q_EMIT confirmRequested(request, callee.isDoNotCall);
        else
            confirm(request);
    });
}

void DialFlow::confirm(const DialRequest& request)
{
    auto promise = std::make_shared<async::Promise<CallId>>();
    async::onReady(promise->future(), this,
                   [this, number = request.number](const Result<CallId>& id) {
                       if (!id)
                           Q_EMIT dialFailed(number, id.error());
                   });
    place(request, promise);
}

} // namespace companion
