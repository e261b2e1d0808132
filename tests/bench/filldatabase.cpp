// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// bench-fill FILE ENTRIES CALLS: a database as after long use, for the measurements of the whole
// program.
#include "app/storage/database.h"
#include "app/storage/tables.h"

#include <QCoreApplication>

#include <cstdio>

using namespace companion;
using namespace Qt::StringLiterals;

namespace {

CrmMatch person(int i)
{
    const QString number = u"+1415%1"_s.arg(5000000 + i, 7, 10, '0'_L1);
    return {.record = {.object = u"Contact"_s, .id = u"003%1"_s.arg(i, 15, 10, '0'_L1)},
            .name = u"Person Number%1"_s.arg(i),
            .account = u"Company %1"_s.arg(i % 500),
            .phone = number,
            .phones = {number}};
}

HistoryRow oldCall(int i)
{
    const auto begun = QDateTime::currentDateTimeUtc().addSecs(-60LL * (i + 10));
    HistoryRow row;
    row.call.id = u"1700000000.%1"_s.arg(i);
    row.call.direction = CallDirection::Inbound;
    row.call.phase = CallPhase::Ended;
    row.call.remoteNumber = person(i).phone;
    row.call.extension = u"1001"_s;
    row.call.startedAt = begun;
    row.call.answeredAt = begun.addSecs(5);
    row.call.endedAt = begun.addSecs(50);
    row.call.talkSeconds = 45;
    row.call.result = CallResult::Answered;
    row.call.hasRecord = true;
    row.matches = {person(i)};
    row.chosen = person(i).record;
    row.crm = CrmState::Found;
    return row;
}

} // namespace

int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    const auto words = QCoreApplication::arguments();
    if (words.size() != 4) {
        std::fputs("usage: bench-fill FILE ENTRIES CALLS\n", stderr);
        return 2;
    }
    auto database = storage::Database::open(words.at(1));
    if (!database)
        return 1;
    storage::PhonebookTable phonebook(**database);
    storage::CallTable calls(**database);
    QList<PhonebookEntry> entries;
    for (int i = 0; i < words.at(2).toInt(); ++i)
        entries.append({.match = person(i), .syncedAt = QDateTime::currentDateTimeUtc()});
    const bool isPut = phonebook.put(entries).has_value();
    const auto saved = (*database)->transact([&]() -> Result<Done> {
        for (int i = 0; i < words.at(3).toInt(); ++i)
            if (const auto one = calls.save(oldCall(i)); !one)
                return one.error();
        return Done{};
    });
    return isPut && saved ? 0 : 1;
}
