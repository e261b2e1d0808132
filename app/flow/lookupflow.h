// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/ports/callstore.h"
#include "app/core/ports/crmlink.h"
#include "app/core/settings.h"

#include <QDateTime>
#include <QHash>
#include <QObject>

#include <optional>

namespace companion {

//! \brief Finds whose a number is: the phonebook first unless told always to ask, then Salesforce.
//!
//! Every lookup of the program goes through here, so that no API call is spent twice. Matches go
//! into the phonebook on the way back, as `sync.*` says; a number of which not all were kept is
//! asked for again.
class LookupFlow : public QObject
{
    Q_OBJECT

public:
    LookupFlow(CrmLink& crm, Phonebook& phonebook, QObject* parent = nullptr);

    void setSettings(const Settings& settings);

    //! Whether an answer of a moment ago will do. `BeforeDialling`: what is said now does for the
    //! call that follows, too, whatever `crm.alwaysQuery` says.
    enum class Ask { CachedToo, Afresh, BeforeDialling };
    //! Two questions about one number at a time are asked once.
    QFuture<Result<LookupAnswer>> lookUp(const PhoneNumber& number, Ask ask = Ask::CachedToo);
    //! The exact question to Salesforce, past every cache: before a record is created.
    QFuture<Result<LookupAnswer>> lookUpExactly(const PhoneNumber& number);
    //! Records by name or number as typed: phonebook at once; Salesforce too where allowed.
    QFuture<Result<QList<CrmMatch>>> searchCrm(const QString& typed);
    [[nodiscard]] bool maySearchLive() const;
    //! Records by name, because a person has asked for them: an error says why there is no answer.
    QFuture<Result<QList<CrmMatch>>> searchByHand(const QString& typed);
    //! Whether a question would go to Salesforce at all.
    [[nodiscard]] bool mayAsk() const;

    //! A record the companion has just made, or one that turned out to be current.
    void keep(const QList<CrmMatch>& matches);
    //! A record that was made for this number: it is nobody's no longer.
    void keepCreated(const PhoneNumber& number, const CrmMatch& match);

Q_SIGNALS:
    //! These went into the phonebook, as `sync.*` says.
    void kept(const QList<companion::CrmMatch>& matches);

private:
    [[nodiscard]] std::optional<Error> whyNotAsked() const;
    [[nodiscard]] QList<CrmMatch> fromPhonebook(const PhoneNumber& number, bool isSyncedOnly) const;
    [[nodiscard]] bool mustAskAnew(const QString& key, Ask ask);
    [[nodiscard]] bool isNobodys(const QString& key) const;
    void put(const QList<CrmMatch>& synced);
    void takeAnswer(const PhoneNumber& number, const LookupAnswer& answer);
    [[nodiscard]] bool isKeptInPart(const QString& key) const;
    void noteCoverage(const PhoneNumber& number, const QList<CrmMatch>& matches);

    CrmLink& m_crm;
    Phonebook& m_phonebook;
    Settings m_settings;
    QHash<QString, QFuture<Result<LookupAnswer>>> m_running; //!< by number
    QHash<QString, QDateTime> m_nobodys; //!< numbers that nobody had, and when that was said
    QHash<QString, QDateTime> m_beforeDialling; //!< numbers asked for then, and when
    QString m_user; //!< whose answers they are
};

//! How much of the API budget is used, in percent; 0 while unknown.
int apiUsePercent(const CrmStatus& status);

//! Whether the budget allows more than lookups and log entries (DESIGN 7).
bool mayCreate(const CrmStatus& status);

} // namespace companion
