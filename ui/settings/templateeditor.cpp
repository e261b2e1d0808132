// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/settings/templateeditor.h"

#include "app/core/journaltemplate.h"
#include "app/core/settings.h"
#include "ui/text/plaintext.h"
#include "ui/theme.h"

#include <QBoxLayout>
#include <QEvent>
#include <QKeyEvent>
#include <QLabel>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QTextBlock>

namespace companion {

using namespace Qt::StringLiterals;

namespace {

    QLabel* makeLine(const QString& name, QWidget* parent)
    {
        auto* line = new QLabel(parent);
        line->setObjectName(name);
        line->setTextFormat(Qt::PlainText);
        line->setWordWrap(true);
        line->setTextInteractionFlags(Qt::TextSelectableByMouse);
        line->setFocusPolicy(Qt::NoFocus);
        return line;
    }

} // namespace

TemplateEditor::TemplateEditor(const QString& key, Size size, QWidget* parent)
    : QWidget(parent)
    , m_size(size)
    , m_edit(new QPlainTextEdit(this))
    , m_reset(new QPushButton(tr("Use the default te&xt"), this))
    , m_result(makeLine(key + ".preview"_L1, this))
    , m_problem(makeLine(key + ".problem"_L1, this))
{
    const auto* spec = findSetting(key);
    m_default = spec ? spec->defaultValue : QString();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(spacing(1));
    m_edit->setObjectName(key);
    m_edit->setTabChangesFocus(true);
    m_edit->installEventFilter(this);
    const int lines = size == Size::OneLine ? 1 : 5;
    m_edit->setFixedHeight(m_edit->fontMetrics().lineSpacing() * lines
                           + 2 * int(m_edit->document()->documentMargin())
                           + 2 * m_edit->frameWidth() + spacing(1));
    if (size == Size::OneLine) {
        m_edit->setLineWrapMode(QPlainTextEdit::NoWrap);
        m_edit->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        m_edit->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    }
    column->addWidget(m_edit);
    m_problem->setForegroundRole(QPalette::BrightText);
    m_problem->setFont(textFont(TextRole::Caption));
    m_problem->hide();
    column->addWidget(m_problem);
    setTextRole(m_result, TextRole::Caption);
    column->addWidget(m_result);

    auto* pick = new QPushButton(tr("Insert a &variable"), this);
    pick->setObjectName(key + ".variables"_L1);
    auto* menu = new QMenu(pick);
    for (const auto& name : JournalTemplate::variables())
        menu->addAction(u"{{.%1}}"_s.arg(name), this, [this, name] { insertVariable(name); });
    menu->addSeparator();
    menu->addAction(u"{{if .Note}}…{{else}}…{{end}}"_s, this, [this] {
        m_edit->insertPlainText(u"{{if .Note}}{{.Note}}{{else}}{{end}}"_s);
        m_edit->setFocus();
    });
    pick->setMenu(menu);
    setButtonKind(pick, ButtonKind::Link);
    setButtonKind(m_reset, ButtonKind::Link);
    m_reset->setObjectName(key + ".reset"_L1);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(spacing(2));
    buttons->addWidget(pick);
    buttons->addWidget(m_reset);
    buttons->addStretch();
    column->addLayout(buttons);
    setFocusProxy(m_edit);
    connect(m_edit, &QPlainTextEdit::textChanged, this, &TemplateEditor::showResult);
    connect(m_reset, &QPushButton::clicked, this, [this] {
        m_edit->setPlainText(m_default);
        commit();
    });
}

void TemplateEditor::setPreview(const Preview& preview)
{
    m_preview = preview;
    showResult();
}

void TemplateEditor::setValue(const QString& value)
{
    m_shown = value;
    if (m_edit->toPlainText() != value)
        m_edit->setPlainText(value);
    showResult();
}

QString TemplateEditor::value() const
{
    const QString written = m_edit->toPlainText();
    return m_size == Size::OneLine ? written.simplified() : written;
}

bool TemplateEditor::isBeingEdited() const
{
    return value() != m_shown && (m_edit->hasFocus() || !m_isGood);
}

void TemplateEditor::commit()
{
    if (!m_isGood || value() == m_shown)
        return;
    m_shown = value();
    Q_EMIT entered(m_shown);
}

void TemplateEditor::insertVariable(const QString& name)
{
    m_edit->insertPlainText(u"{{.%1}}"_s.arg(name));
    m_edit->setFocus();
}

void TemplateEditor::showResult()
{
    m_reset->setVisible(value() != m_default);
    m_edit->setExtraSelections({});
    m_isGood = true;
    if (!m_preview)
        return m_result->hide();
    const auto made = m_preview(value());
    m_isGood = made.has_value();
    m_problem->setVisible(!m_isGood);
    m_result->setVisible(m_isGood);
    if (!made)
        return showProblem(made.error().detail);
    m_problem->clear();
    m_result->setText(tr("Example: %1").arg(text::plainLines(*made, 600)));
    m_edit->setAccessibleDescription(m_result->text());
}

//! \p detail: "line 2, column 5: why", as JournalTemplate::parse() puts it.
void TemplateEditor::showProblem(const QString& detail)
{
    static const QRegularExpression place(u"^line (\\d+), column (\\d+): (.*)$"_s);
    const auto found = place.match(detail);
    if (!found.hasMatch()) {
        m_problem->setText(tr("This template cannot be read."));
        return;
    }
    const int line = found.captured(1).toInt();
    const int column = found.captured(2).toInt();
    m_problem->setText(
        tr("Line %1, column %2: %3").arg(line).arg(column).arg(explained(found.captured(3))));
    m_edit->setAccessibleDescription(m_problem->text());
    QTextEdit::ExtraSelection mark;
    mark.cursor = QTextCursor(m_edit->document()->findBlockByNumber(line - 1));
    mark.cursor.movePosition(QTextCursor::NextCharacter, QTextCursor::MoveAnchor, column - 1);
    mark.cursor.movePosition(QTextCursor::NextCharacter, QTextCursor::KeepAnchor, 2);
    mark.format.setUnderlineStyle(QTextCharFormat::WaveUnderline);
    mark.format.setUnderlineColor(colours().danger);
    mark.format.setBackground(colours().dangerTint);
    m_edit->setExtraSelections({mark});
}

QString TemplateEditor::explained(const QString& detail)
{
    static const QRegularExpression variable(u"^there is no variable (.*)$"_s);
    if (const auto found = variable.match(detail); found.hasMatch())
        return tr("there is no variable %1.").arg(text::isolated(found.captured(1), 40));
    if (detail.contains("has no }}"_L1))
        return tr("“{{” has no “}}” behind it.");
    if (detail.contains("has no {{end}}"_L1))
        return tr("this “{{if}}” has no “{{end}}”.");
    if (detail.contains("without {{if}}"_L1))
        return tr("this has no “{{if}}” before it.");
    if (detail.contains("nested"_L1))
        return tr("conditions are nested too deep.");
    return tr("only variables, {{if}}, {{else}} and {{end}} are understood.");
}

bool TemplateEditor::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_edit && event->type() == QEvent::FocusOut)
        commit();
    if (watched == m_edit && m_size == Size::OneLine && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            commit();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace companion
