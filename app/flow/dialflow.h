// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/ports/callstore.h"
#include "app/core/ports/pbxlink.h"
#include "app/core/settings.h"
#include "app/core/teluri.h"
#include "app/flow/callflow.h"

#include <QObject>
#include <QPointer>

namespace companion {

//! \brief Turns a link, a typed number or a command into a call from the own extension.
class DialFlow : public QObject
{
    Q_OBJECT

public:
    DialFlow(CallFlow& calls, Phonebook& phonebook, CallStore& store, QObject* parent = nullptr);

    void setPbx(PbxLink* pbx);
    void setSettings(const Settings& settings);

    //! Dial without asking. Ends with the call's id, or why not.
    QFuture<Result<CallId>> dial(const QString& text);
    //! A link from outside: dials, or emits confirmRequested() first, as `dial.confirmLinks` says.
    //! A link that comes before the PBX is signed in waits for it, half a minute at most.
    Result<Done> openLink(const QString& uri);
    //! The person said yes to confirmRequested().
    void confirm(const DialRequest& request);

    //! What a request would dial, by the site's rules.
    [[nodiscard]] QString dialStringFor(const DialRequest& request) const;
    //! Whether the number belongs to someone who asked not to be called.
    [[nodiscard]] bool isDoNotCall(const QString& number) const;

Q_SIGNALS:
    void confirmRequested(const companion::DialRequest& request, bool isDoNotCall);
    void dialFailed(const QString& number, const companion::Error& error);

private:
    [[nodiscard]] bool isKnown(const PhoneNumber& number) const;
    void decide(const DialRequest& request);

    CallFlow& m_calls;
    Phonebook& m_phonebook;
    CallStore& m_store;
    QPointer<PbxLink> m_pbx;
    Settings m_settings;
};

} // namespace companion
