// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/callcard.h"

#include <QTimer>
#include <QWidget>

class QCheckBox;
class QComboBox;
class QPlainTextEdit;
class QPushButton;

namespace companion {

//! \brief Note, outcome, follow-up and “do not log” of a call. Tells of a note shortly after each
//! pause in typing, and at once when the field is left; never overwrites what is being typed.
class NotePanel : public QWidget
{
    Q_OBJECT

public:
    explicit NotePanel(QWidget* parent = nullptr);

    void setCard(const CallCard& card);
    void reset(); //!< the card now shows another call
    void flush(); //!< tells of what was typed last
    [[nodiscard]] QPlainTextEdit* noteField() const { return m_note; }

Q_SIGNALS:
    void noteEdited(const QString& note);
    void outcomeChosen(const QString& outcome);
    void doNotLogChanged(bool isOn);
    void followUpRequested();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void fitHeight();
    void setOutcomes(const QStringList& outcomes, const QString& chosen);

    QPlainTextEdit* m_note = nullptr; // the layout's, as all of these
    QComboBox* m_outcome = nullptr;
    QCheckBox* m_doNotLog = nullptr;
    QPushButton* m_followUp = nullptr;
    QStringList m_outcomes;
    QString m_told; //!< the note as the card last had it, or as we last told it
    QTimer m_pause;
};

} // namespace companion
