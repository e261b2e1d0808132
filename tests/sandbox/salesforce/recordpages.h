// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/sandbox/http/httpserver.h"
#include "tests/sandbox/salesforce/apitypes.h"
#include "tests/sandbox/salesforce/orgstate.h"

namespace companion::sandbox {

//! \brief What a person's browser sees of the org (salesforce-api.md 7): a page for each record
//! with its calls, a form for new records, a list of everybody. Asks for no login.
class RecordPages
{
public:
    explicit RecordPages(OrgState& state) : m_state(state) {}

    HttpResponse show(const HttpRequest& request, const QString& path);

private:
    [[nodiscard]] HttpResponse home() const;
    [[nodiscard]] HttpResponse record(const QString& id) const;
    [[nodiscard]] HttpResponse newRecord(const QString& object, const Parameters& parameters,
                                         const QString& complaint) const;
    HttpResponse saveRecord(const QString& object, const Parameters& form);
    [[nodiscard]] QString fieldList(const Record& record) const;
    [[nodiscard]] QString callLog(const Record& record) const;
    [[nodiscard]] QString related(const Record& account) const;
    [[nodiscard]] QString link(const QString& id) const;

    OrgState& m_state;
};

} // namespace companion::sandbox
