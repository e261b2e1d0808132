// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/ports/callstore.h"

#include <QStringList>
#include <QTimer>
#include <QWidget>

class QComboBox;
class QLabel;
class QPlainTextEdit;

namespace companion {

//! \brief Note and outcome of a call in the history. A note is told of shortly after the last
//! stroke, an outcome when it is chosen.
class CallNote : public QWidget
{
    Q_OBJECT

public:
    explicit CallNote(QWidget* parent = nullptr);

    //! Another call, or the same one changed; a note being typed is not disturbed.
    void setRow(const HistoryRow& row);
    void
    setOutcomes(const QStringList& outcomes); //!< the org's own; without any there is no choice
    [[nodiscard]] bool offersOutcome() const { return !m_outcomes.isEmpty(); }
    void flush(); //!< before another call is shown

Q_SIGNALS:
    void noteEdited(const companion::CallId& call, const QString& note);
    void outcomeChosen(const companion::CallId& call, const QString& outcome);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QLabel* addHeading(const QString& title);
    void fillOutcomes();

    CallId m_call;
    QString m_toldNote;
    QString m_chosen;
    QStringList m_outcomes;
    QLabel* m_outcomeHeading;
    QComboBox* m_outcome;
    QPlainTextEdit* m_note;
    QTimer m_pause;
};

} // namespace companion
