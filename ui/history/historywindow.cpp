// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/history/historywindow.h"

#include "app/core/recordinglink.h"
#include "ui/dialogs/notice.h"
#include "ui/history/calldetails.h"
#include "ui/history/calllist.h"
#include "ui/history/linkstrip.h"
#include "ui/history/searchfield.h"
#include "ui/text/errortext.h"
#include "ui/text/historycsv.h"
#include "ui/text/plaintext.h"
#include "ui/theme.h"

#include <QBoxLayout>
#include <QButtonGroup>
#include <QDir>
#include <QFileDialog>
#include <QKeyEvent>
#include <QMenu>
#include <QPushButton>
#include <QSaveFile>
#include <QScreen>
#include <QScrollArea>
#include <QScrollBar>
#include <QSplitter>
#include <QStandardPaths>

#include <chrono>
#include <utility>

namespace companion {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

    constexpr auto pauseInTyping = 150ms;
    constexpr int exportPage = 1000;

    enum class CallFile { Recording, Table };

    //! Not where the program was started from: nobody looks there.
    QString folderFor(CallFile file)
    {
        const auto usual = QStandardPaths::writableLocation(file == CallFile::Table
                                                                ? QStandardPaths::DocumentsLocation
                                                                : QStandardPaths::DownloadLocation);
        return QDir(usual).exists() ? usual : QDir::homePath();
    }

} // namespace

HistoryWindow::HistoryWindow(QWidget* parent)
    : QWidget(parent, Qt::Window)
    , m_model(new HistoryModel(this))
    , m_strip(new LinkStrip(this))
    , m_filters(new QButtonGroup(this))
    , m_search(new SearchField(pauseInTyping, this))
    , m_splitter(new QSplitter(this))
    , m_list(new CallList(*m_model, m_splitter))
    , m_details(new CallDetails)
    , m_detailsArea(new QScrollArea(m_splitter))
    , m_notice(new Notice(this))
{
    setWindowTitle(tr("Calls"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(buildBar());
    buildDetails();
    column->addWidget(m_splitter, 1);
    connect(m_search, &SearchField::searchRequested, this, &HistoryWindow::ask);
    connect(m_filters, &QButtonGroup::idClicked, this, &HistoryWindow::ask);
    connect(m_strip, &LinkStrip::signInRequested, this, &HistoryWindow::signInRequested);
    connect(m_model, &HistoryModel::moreRequested, this, &HistoryWindow::moreRequested);
    connectList();
    connectDetails();
    setMinimumSize(spacing(110), spacing(90));
    resize(QSize(spacing(275), spacing(170)).boundedTo(screen()->availableSize()));
    refreshHint();
}

HistoryWindow::~HistoryWindow()
{
    m_details->flushNote();
}

QWidget* HistoryWindow::buildBar()
{
    auto* bar = new QWidget(this);
    auto* column = new QVBoxLayout(bar);
    column->setContentsMargins(spacing(4), spacing(3), spacing(4), spacing(3));
    column->setSpacing(spacing(3));
    column->addWidget(m_strip);
    column->addWidget(m_notice);
    m_notice->setObjectName(u"problem"_s);
    auto* filters = new QHBoxLayout;
    filters->setSpacing(spacing(1));
    const auto addFilter = [&](Filter filter, const QString& name, const QString& label) {
        auto* button = new QPushButton(label, bar);
        button->setObjectName(name);
        button->setCheckable(true);
        button->setAutoDefault(false);
        setButtonKind(button, ButtonKind::Quiet);
        m_filters->addButton(button, int(filter));
        filters->addWidget(button);
        return button;
    };
    addFilter(Filter::All, u"all"_s, tr("&All"))->setChecked(true);
    addFilter(Filter::Missed, u"missed"_s, tr("&Missed"));
    m_notLogged = addFilter(Filter::NotLogged, u"notLogged"_s, tr("Not &logged"));
    filters->addStretch();
    m_search->setObjectName(u"search"_s);
    m_search->setPlaceholderText(tr("Name, number or note"));
    m_search->setAccessibleName(tr("Search calls by name, number or note"));
    auto* row = new QHBoxLayout;
    row->setSpacing(spacing(2));
    row->addWidget(m_search, 1);
    auto* exporting = new QPushButton(icon(u"export"_s), tr("&Export…"), bar);
    exporting->setObjectName(u"export"_s);
    exporting->setAutoDefault(false);
    exporting->setToolTip(tr("Save the calls shown as a table (CSV)"));
    row->addWidget(exporting);
    connect(exporting, &QPushButton::clicked, this, &HistoryWindow::exportByDialog);
    m_bar = new QBoxLayout(QBoxLayout::LeftToRight);
    m_bar->setSpacing(spacing(3));
    m_bar->addLayout(filters);
    m_bar->addLayout(row, 1);
    column->addLayout(m_bar);
    return bar;
}

void HistoryWindow::connectList()
{
    connect(m_list->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &HistoryWindow::showCurrent);
    connect(m_list, &QTableView::customContextMenuRequested, this, &HistoryWindow::showMenu);
    connect(m_list, &QTableView::activated, this, [this] {
        if (const auto* row = current())
            if (const auto* record = text::recordOf(*row))
                Q_EMIT openRecordRequested(record->record);
    });
    connect(m_model, &QAbstractItemModel::rowsInserted, this, &HistoryWindow::refreshHint);
    connect(m_model, &QAbstractItemModel::rowsRemoved, this, &HistoryWindow::refreshHint);
    connect(m_model, &QAbstractItemModel::modelReset, this, &HistoryWindow::refreshHint);
}

void HistoryWindow::buildDetails()
{
    m_detailsArea->setFrameShape(QFrame::NoFrame);
    m_detailsArea->setWidgetResizable(true);
    m_detailsArea->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_detailsArea->setFocusPolicy(Qt::NoFocus);
    m_detailsArea->setWidget(m_details);
    m_details->setBackgroundRole(QPalette::Window);
    m_detailsArea->viewport()->setBackgroundRole(QPalette::Window);
    m_detailsArea->hide();
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setHandleWidth(1);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setStretchFactor(1, 0);
    m_splitter->setSizes({spacing(180), spacing(85)});
}

void HistoryWindow::connectDetails()
{
    connect(m_details, &CallDetails::callBackRequested, this, &HistoryWindow::callBackRequested);
    connect(m_details, &CallDetails::openRecordRequested, this,
            &HistoryWindow::openRecordRequested);
    connect(m_details, &CallDetails::completeRequested, this, &HistoryWindow::completeRequested);
    connect(m_details, &CallDetails::addContactRequested, this,
            &HistoryWindow::addContactRequested);
    connect(m_details, &CallDetails::assignRequested, this, &HistoryWindow::assignRequested);
    connect(m_details, &CallDetails::recordSearchRequested, this,
            &HistoryWindow::recordSearchRequested);
    connect(m_details, &CallDetails::retryRequested, this, &HistoryWindow::retryRequested);
    connect(m_details, &CallDetails::logNowRequested, this, &HistoryWindow::logNowRequested);
    connect(m_details, &CallDetails::copyRequested, this, &HistoryWindow::copyRequested);
    connect(m_details, &CallDetails::playRecordingRequested, this,
            &HistoryWindow::playRecordingRequested);
    connect(m_details, &CallDetails::saveRecordingRequested, this, &HistoryWindow::saveByDialog);
    connect(m_details, &CallDetails::followUpRequested, this, &HistoryWindow::followUpRequested);
    connect(m_details, &CallDetails::noteEdited, this, &HistoryWindow::noteEdited);
    connect(m_details, &CallDetails::outcomeChosen, this, &HistoryWindow::outcomeChosen);
}

HistoryQuery HistoryWindow::query() const
{
    return {.pendingOnly = m_filters->checkedId() == int(Filter::NotLogged),
            .missedOnly = m_filters->checkedId() == int(Filter::Missed),
            .text = m_search->wanted()};
}

void HistoryWindow::ask()
{
    m_search->stopWaiting();
    m_model->ask(query());
}

void HistoryWindow::setRows(const QList<HistoryRow>& rows)
{
    const auto wanted = query();
    if (wanted.pendingOnly || wanted.missedOnly || !wanted.text.isEmpty())
        return ask();
    const auto kept = current() ? current()->call.id : CallId();
    m_model->set(rows);
    const int at = m_model->find(kept);
    if (at >= 0)
        m_list->selectRow(at);
}

void HistoryWindow::addRows(const QList<HistoryRow>& rows)
{
    if (m_collected)
        m_collected->append(rows);
    else
        m_model->add(rows);
}

void HistoryWindow::updateRow(const HistoryRow& row)
{
    m_model->update(row);
    if (const auto* shown = current(); shown && shown->call.id == row.call.id)
        m_details->setRow(*shown, m_model->look());
}

void HistoryWindow::setLook(const Settings& settings)
{
    m_model->setLook(text::numberLook(settings));
    showCurrent();
}

void HistoryWindow::setOutcomes(const QStringList& outcomes)
{
    m_details->setOutcomes(outcomes);
    showCurrent();
}

void HistoryWindow::setStatus(const PbxStatus& pbx, const CrmStatus& crm)
{
    m_strip->setStatus(pbx, crm);
}

void HistoryWindow::setPending(int count)
{
    //: Calls that still wait to be logged, with their number
    m_notLogged->setText(count > 0 ? tr("Not &logged (%1)").arg(count) : tr("Not &logged"));
}

void HistoryWindow::showFilter(Filter filter)
{
    m_filters->button(int(filter))->setChecked(true);
    m_search->clear();
    ask();
}

void HistoryWindow::setFoundRecords(const QString& typed, const Result<QList<CrmMatch>>& found)
{
    m_details->setFoundRecords(typed, found);
}

void HistoryWindow::showRecordingError(const CallId& call, const Error& error)
{
    if (current() && current()->call.id == call)
        m_details->showRecordingProblem(text::sentence(error, text::Place::Recording));
}

void HistoryWindow::showRecordingSaved(const CallId& call, const QString& path)
{
    if (current() && current()->call.id == call)
        m_details->showRecordingSaved(path);
}

void HistoryWindow::saveByDialog(const CallId& call)
{
    auto* dialog = new QFileDialog(this, tr("Save recording"), folderFor(CallFile::Recording));
    dialog->setObjectName(u"saveRecordingDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->selectFile(recordingSaveName(current() ? current()->call.recording : QString()));
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, call](const QString& path) { Q_EMIT saveRecordingRequested(call, path); });
    dialog->open();
}

const HistoryRow* HistoryWindow::current() const
{
    return m_list->current();
}

void HistoryWindow::showCurrent()
{
    const auto* row = current();
    m_detailsArea->setVisible(row != nullptr);
    if (!row)
        return m_details->flushNote();
    m_details->setRow(*row, m_model->look());
    // It scrolls downwards only: never narrower than its buttons.
    m_detailsArea->setMinimumWidth(qMax(spacing(75), m_details->minimumSizeHint().width())
                                   + m_detailsArea->verticalScrollBar()->sizeHint().width());
}

void HistoryWindow::refreshHint()
{
    m_list->showHint(query());
    if (m_model->rowCount() == 0)
        showCurrent();
}

void HistoryWindow::showMenu(const QPoint& at)
{
    const auto* row = current();
    if (!row)
        return;
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const QString& name :
         {u"callBack"_s, u"openRecord"_s, u"complete"_s, u"addContact"_s, u"copyNumber"_s,
          u"play"_s, u"saveRecording"_s, u"followUp"_s, u"logNow"_s, u"retry"_s}) {
        auto* button = m_details->findChild<QPushButton*>(name);
        if (!button->isVisibleTo(m_details))
            continue;
        const QString label = button->text().isEmpty() ? button->accessibleName() : button->text();
        connect(menu->addAction(label), &QAction::triggered, button, &QPushButton::click);
    }
    menu->popup(m_list->viewport()->mapToGlobal(at));
}

QList<HistoryRow> HistoryWindow::collect()
{
    m_collected.emplace();
    auto page = m_model->query();
    page.limit = exportPage;
    page.after = {};
    qsizetype collected = 0;
    do {
        collected = m_collected->size();
        Q_EMIT moreRequested(page);
        if (!m_collected->isEmpty())
            page.after = HistoryPlace::of(m_collected->constLast().call);
    } while (m_collected->size() == collected + exportPage);
    return *std::exchange(m_collected, {});
}

bool HistoryWindow::exportTo(const QString& path)
{
    QSaveFile file(path);
    const auto csv = text::historyCsv(collect(), m_model->look());
    if (file.open(QIODevice::WriteOnly) && file.write(csv) == csv.size() && file.commit()) {
        m_notice->tell(Notice::Tone::Good,
                       tr("The calls were saved in %1.").arg(text::isolated(path, 300)));
        return true;
    }
    m_notice->tell(Notice::Tone::Problem,
                   tr("The file could not be written. Choose another folder, or check the free "
                      "space."),
                   text::isolated(path, 300));
    return false;
}

void HistoryWindow::exportByDialog()
{
    auto* dialog =
        new QFileDialog(this, tr("Export calls"), folderFor(CallFile::Table), tr("Tables (*.csv)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"csv"_s);
    dialog->selectFile(tr("calls-%1.csv").arg(QDate::currentDate().toString(Qt::ISODate)));
    connect(dialog, &QFileDialog::fileSelected, this, &HistoryWindow::exportTo);
    dialog->open();
}

void HistoryWindow::keyPressEvent(QKeyEvent* event)
{
    if (m_search->takeKey(*event))
        return;
    if (event->matches(QKeySequence::Copy) && current() && !m_model->look().isMasked) {
        Q_EMIT copyRequested(current()->call.remoteNumber);
    } else if (event->matches(QKeySequence::Refresh)) {
        ask();
    } else {
        QWidget::keyPressEvent(event);
    }
}

void HistoryWindow::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    // Beside each other only where both have room.
    const bool isNarrow = width() < spacing(190);
    m_splitter->setOrientation(isNarrow ? Qt::Vertical : Qt::Horizontal);
    m_bar->setDirection(isNarrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

void HistoryWindow::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    m_model->refreshDays();
    if (!event->spontaneous())
        m_list->setFocus();
}

} // namespace companion
