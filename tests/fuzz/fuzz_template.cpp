// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Any bytes as a journal template: refused with its place, or rendered.
#include "app/core/journaltemplate.h"

#include <cstdlib>

using namespace companion;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    static const QHash<QString, QString> values{
        {QStringLiteral("Time"), QStringLiteral("{{.Note}}")}, // values are never templates
        {QStringLiteral("Call_From"), QStringLiteral("<5503301>")}};
    const auto text =
        QString::fromUtf8(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));
    const auto parsed = JournalTemplate::parse(text);
    if (!parsed && parsed.error().detail.isEmpty())
        std::abort();
    if (parsed && !text.contains(QStringLiteral("{{")) && parsed->render(values) != text)
        std::abort();
    if (parsed)
        (void)parsed->render({});
    return 0;
}
