// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/history/historymodel.h"

#include <QTableView>

namespace companion {

class EmptyHint;

//! The history's calls as a list of rows, and what is said where there are none.
class CallList : public QTableView
{
    Q_OBJECT

public:
    explicit CallList(HistoryModel& model, QWidget* parent = nullptr);

    [[nodiscard]] const HistoryRow* current() const;
    void showHint(const HistoryQuery& asked); //!< for an empty answer

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    HistoryModel& m_model;
    EmptyHint* m_hint;
};

} // namespace companion
