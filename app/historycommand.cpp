// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/historycommand.h"

#include "app/core/ports/callstore.h"
#include "app/core/report.h"

#include <QJsonArray>

#include <algorithm>

namespace companion {

using namespace Qt::StringLiterals;

namespace {

    //! Of an answer in parts: behind which call the next one begins, and how many are still wanted.
    struct Rest
    {
        std::optional<HistoryPlace> after = {};
        int wanted = -1; //!< negative: all

        [[nodiscard]] QJsonObject toJson() const
        {
            return {{u"startedAt"_s, after->startedAt.toMSecsSinceEpoch()},
                    {u"call"_s, after->call},
                    {u"extension"_s, after->extension},
                    {u"wanted"_s, wanted}};
        }
    };

    Rest restOf(const CommandLine& line)
    {
        const auto& rest = line.rest;
        if (!rest.isEmpty())
            return {.after = HistoryPlace{.startedAt = QDateTime::fromMSecsSinceEpoch(
                                              rest["startedAt"_L1].toInteger()),
                                          .call = rest["call"_L1].toString(),
                                          .extension = rest["extension"_L1].toString()},
                    .wanted = rest["wanted"_L1].toInt(-1)};
        const auto limit = line.options.constFind(u"limit"_s);
        return {.wanted = limit == line.options.constEnd() ? -1 : limit->toInt()};
    }

    //! A part of one JSON list: its brackets stand in the first and in the last.
    QString partOfList(const QJsonArray& objects, bool isFirst, bool isLast)
    {
        QString text = jsonText(objects); // "[\n" … "\n]\n"
        if (!isLast)
            text.chop(3);
        if (!isFirst)
            text.replace(0, 1, u","_s);
        return text;
    }

    QString lineOf(const HistoryRow& row, const QString& number)
    {
        return u"%1  %2  %3  %4  %5\n"_s.arg(
            row.call.startedAt.toLocalTime().toString(u"yyyy-MM-dd HH:mm:ss"_s),
            toText(row.call.direction), toText(row.call.result), number, toText(row.journal));
    }

} // namespace

CommandOutcome printHistory(const CommandLine& line, const CallStore& store,
                            const Settings& settings)
{
    auto rest = restOf(line);
    const bool isBounded = rest.wanted >= 0 && rest.wanted <= historyPart;
    const int shown = isBounded ? rest.wanted : historyPart;
    auto rows = store.history({.limit = isBounded ? shown : shown + 1, // whether there are more
                               .pendingOnly = line.options.contains(u"pending"_s),
                               .endedOnly = true,
                               .after = rest.after});
    const bool isLast = rows.size() <= shown;
    rows.resize(std::min<qsizetype>(rows.size(), shown));
    QJsonArray objects;
    QString lines;
    for (const auto& row : std::as_const(rows)) {
        const auto object = historyToJson(row, settings);
        if (line.wantsJson)
            objects.append(object);
        else
            lines += lineOf(row, object["remoteNumber"_L1].toString());
    }
    CommandOutcome outcome{.out = line.wantsJson ? partOfList(objects, line.rest.isEmpty(), isLast)
                                                 : lines};
    if (!isLast) {
        rest.after = HistoryPlace::of(rows.constLast().call);
        rest.wanted = rest.wanted < 0 ? -1 : rest.wanted - shown;
        outcome.rest = rest.toJson();
    }
    return outcome;
}

} // namespace companion
