// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/callevent.h"
#include "app/core/crmmatch.h"
#include "app/core/result.h"

#include <QWidget>

#include <optional>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace companion {

class SearchField;

//! \brief Which record a call belongs to: those with its number, or another one by its name.
class RecordPicker : public QWidget
{
    Q_OBJECT

public:
    explicit RecordPicker(QWidget* parent = nullptr);

    //! \p isOpen: the records are shown at once, because the call waits for the choice.
    void setMatches(const CallId& call, const QList<CrmMatch>& matches,
                    const std::optional<RecordId>& chosen, bool isOpen);
    //! The field stays where it is while records come and go below it.
    void putSearchFirst();
    //! The answer to searchRequested(), or why there is none; ignored when something else stands
    //! there now.
    void setFound(const QString& typed, const Result<QList<CrmMatch>>& found);

Q_SIGNALS:
    void chosen(const companion::RecordId& record);
    void searchRequested(const QString& typed);

private:
    void open();
    void fill(const QList<CrmMatch>& records);
    void showOffered();

    CallId m_call;
    QList<CrmMatch> m_matches;
    std::optional<RecordId> m_chosen;
    QPushButton* m_other;
    QWidget* m_box;
    QLabel* m_heading;
    SearchField* m_search;
    QLabel* m_nothing;
    QVBoxLayout* m_records;
};

} // namespace companion
