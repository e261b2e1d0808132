// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/callcard.h"
#include "app/core/ports/callstore.h"
#include "app/core/ports/crmlink.h"
#include "app/core/settings.h"
#include "app/flow/lookupflow.h"

#include <QObject>
#include <QSet>

namespace companion {

//! \brief Makes a contact or lead for an unknown number: by itself or from the dialog; never twice.
//!
//! Each creation stands in a ledger before the request goes out. What came of one that was cut
//! short is found out with the exact question, which has no index delay (salesforce-api.md 6).
class CreateFlow : public QObject
{
    Q_OBJECT

public:
    CreateFlow(CrmLink& crm, LookupFlow& lookup, NumberMemory& memory, QObject* parent = nullptr);

    void setSettings(const Settings& settings);

    //! The guide's automatic creation, for this card's number.
    void createAutomatically(const CallCard& card);
    //! From *Add Contact to CRM*. \p call may be empty (from the history).
    void createByHand(const CallId& call, const QString& number, const NewRecord& record);

Q_SIGNALS:
    void creatingChanged(const companion::CallId& call, bool creating);
    //! Made, or found to be there already.
    void created(const companion::CallId& call, const companion::CrmMatch& match);
    void duplicatesFound(const companion::CallId& call, const companion::CreateAnswer& answer);
    void failed(const companion::CallId& call, const companion::Error& error);

private:
    void send(const CallId& call, const QString& key, const NewRecord& record);
    void finish(const CallId& call, const QString& key, const CrmMatch& match);
    void endWith(const CallId& call, const QString& key, const Error& error);
    [[nodiscard]] NewRecord automaticRecord(const PhoneNumber& number) const;

    CrmLink& m_crm;
    LookupFlow& m_lookup;
    NumberMemory& m_memory;
    Settings m_settings;
    QHash<QString, QList<CallId>> m_running; //!< by number: the calls that wait for it
};

} // namespace companion
