// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/sandbox/salesforce/orgschema.h"
#include "tests/sandbox/salesforce/recordstore.h"
#include "tests/sandbox/salesforce/searchindex.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonObject>
#include <QMap>
#include <QUrl>

#include <chrono>
#include <optional>

namespace companion::sandbox {

//! \brief Misbehaviour asked for by a test: each fault has a name, how often it still happens and a
//! value whose meaning depends on the name.
class FaultBox
{
public:
    struct Fault
    {
        QString name;
        //! Negative: until it is taken back.
        int times = 1;
        QJsonValue value;
        //! Only requests whose method and path contain this text.
        QString match;
    };

    //! \brief Sets a fault; `times` zero takes it back.
    void set(const Fault& fault);
    void clear() { m_faults.clear(); }
    //! \brief The value of the fault if it is to happen now; counts that as one time.
    std::optional<QJsonValue> take(QLatin1StringView name, QStringView subject = {});
    [[nodiscard]] bool isSet(QLatin1StringView name) const;
    [[nodiscard]] QJsonArray toJson() const;

private:
    QList<Fault> m_faults;
};

//! \brief What the org was asked, for tests that count calls.
class CallLog
{
public:
    void count(const QString& kind) { ++m_counters[kind]; }
    void addStatement(const QString& kind, const QString& text, const QDateTime& when);
    void addCreated(const QString& object, const QString& id)
    {
        m_created.append(
            QJsonObject{{QStringLiteral("object"), object}, {QStringLiteral("id"), id}});
    }
    [[nodiscard]] QJsonObject counters() const;
    [[nodiscard]] const QJsonArray& statements() const { return m_statements; }
    [[nodiscard]] const QJsonArray& created() const { return m_created; }

private:
    QMap<QString, int> m_counters;
    QJsonArray m_statements;
    QJsonArray m_created;
};

struct DuplicateRule
{
    bool block = false;
    //! Refuse even where nothing resembles the new record.
    bool always = false;
    QString key = QStringLiteral("duplicateResut");
};

struct ValidationRule
{
    QString object;
    QString message;
    QString field;
};

//! \brief All that the parts of the org share.
struct OrgState
{
    OrgSchema schema;
    RecordStore store;
    FaultBox faults;
    CallLog log;
    SearchOptions search;
    std::optional<DuplicateRule> duplicateRule;
    QList<ValidationRule> validationRules;
    //! Rows of a query page; 0 leaves it to the caller's batchSize.
    int pageSize = 0;
    qint64 apiUsed = 18;
    qint64 apiMax = 100'000;
    bool perAppUsage = false;
    bool gzip = false;
    std::chrono::milliseconds clockSkew{0};
    QUrl baseUrl{QStringLiteral("http://localhost")};
    QUrl instanceUrl{QStringLiteral("http://localhost")};
    QString userId;
    QString organizationId;

    [[nodiscard]] QDateTime now() const
    {
        return QDateTime::currentDateTimeUtc().addMSecs(clockSkew.count());
    }
    [[nodiscard]] ReadContext reading(int version) const
    {
        return ReadContext{schema, store, version};
    }
};

} // namespace companion::sandbox
